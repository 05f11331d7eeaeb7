package org.sockeye.agent.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Text in messages. */
public final class Texts {

    private Texts() {
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static byte[] restBytes(ByteBuffer body) {
        byte[] rest = new byte[body.remaining()];
        body.get(rest);
        return rest;
    }

    static String rest(ByteBuffer body) {
        return text(restBytes(body));
    }
}
