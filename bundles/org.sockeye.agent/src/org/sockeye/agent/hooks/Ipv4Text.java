package org.sockeye.agent.hooks;

/** Addresses in dotted decimal. */
final class Ipv4Text {

    private Ipv4Text() {
    }

    static byte[] bytes(String text) {
        String[] parts = text.split("\\.");
        byte[] bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            bytes[i] = (byte) Integer.parseInt(parts[i]);
        }
        return bytes;
    }
}
