package org.sockeye.agent.hooks;

import java.net.InetAddress;
import java.net.NetworkInterface;
import org.sockeye.agent.protocol.Operation;
import org.sockeye.agent.protocol.Texts;

/** The natives of {@link NetworkInterface}: the interfaces of the simulated host. */
public final class InterfaceHooks {

    private InterfaceHooks() {
    }

    private static SimulatedInterface[] interfaces() {
        String[] lines = Texts.text(Simulation.calls().call(Operation.INTERFACES, 0, 0).bytes()).split("\n");
        SimulatedInterface[] all = new SimulatedInterface[lines.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = SimulatedInterface.parse(lines[i]);
        }
        return all;
    }

    /** The last first, as the native has them. */
    public static NetworkInterface[] getAll() {
        SimulatedInterface[] interfaces = interfaces();
        NetworkInterface[] all = new NetworkInterface[interfaces.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = interfaces[all.length - 1 - i].make();
        }
        return all;
    }

    private static SimulatedInterface named(String name) {
        for (SimulatedInterface each : interfaces()) {
            if (each.name.equals(name)) {
                return each;
            }
        }
        return null;
    }

    public static NetworkInterface getByName0(String name) {
        SimulatedInterface found = named(name);
        return found == null ? null : found.make();
    }

    public static NetworkInterface getByIndex0(int index) {
        for (SimulatedInterface each : interfaces()) {
            if (each.index == index) {
                return each.make();
            }
        }
        return null;
    }

    public static boolean boundInetAddress0(InetAddress address) {
        return getByInetAddress0(address) != null;
    }

    public static NetworkInterface getByInetAddress0(InetAddress address) {
        for (NetworkInterface each : getAll()) {
            if (each.inetAddresses().anyMatch(address::equals)) {
                return each;
            }
        }
        return null;
    }

    private static boolean is(String name, String flag) {
        SimulatedInterface found = named(name);
        return found != null && found.flags.contains(flag);
    }

    public static boolean isUp0(String name, int index) {
        return is(name, "up");
    }

    public static boolean isLoopback0(String name, int index) {
        return is(name, "loopback");
    }

    public static boolean supportsMulticast0(String name, int index) {
        return is(name, "multicast");
    }

    public static boolean isP2P0(String name, int index) {
        return false;
    }

    public static byte[] getMacAddr0(byte[] address, String name, int index) {
        SimulatedInterface found = named(name);
        return found == null ? null : found.mac();
    }

    public static int getMTU0(String name, int index) {
        SimulatedInterface found = named(name);
        return found == null ? 0 : found.mtu;
    }
}
