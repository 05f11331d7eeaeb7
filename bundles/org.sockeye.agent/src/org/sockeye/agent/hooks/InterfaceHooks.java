package org.sockeye.agent.hooks;

import java.net.InetAddress;
import java.net.NetworkInterface;

/** The natives of {@link NetworkInterface}. */
public final class InterfaceHooks {

    private InterfaceHooks() {
    }

    public static NetworkInterface[] getAll() {
        return null;
    }

    public static NetworkInterface getByName0(String name) {
        return null;
    }

    public static NetworkInterface getByIndex0(int index) {
        return null;
    }

    public static boolean boundInetAddress0(InetAddress address) {
        return false;
    }

    public static NetworkInterface getByInetAddress0(InetAddress address) {
        return null;
    }

    public static boolean isUp0(String name, int index) {
        return true;
    }

    public static boolean isLoopback0(String name, int index) {
        return name.equals("lo");
    }

    public static boolean supportsMulticast0(String name, int index) {
        return false;
    }

    public static boolean isP2P0(String name, int index) {
        return false;
    }

    public static byte[] getMacAddr0(byte[] address, String name, int index) {
        return null;
    }

    public static int getMTU0(String name, int index) {
        return name.equals("lo") ? 65536 : 1500;
    }
}
