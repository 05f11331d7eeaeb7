package org.sockeye.agent.hooks;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import org.sockeye.agent.protocol.Operation;
import org.sockeye.agent.protocol.Texts;

/** The natives of {@link NetworkInterface}: the interfaces of the simulated host. */
public final class InterfaceHooks {

    private InterfaceHooks() {
    }

    public static NetworkInterface[] getAll() {
        String[] lines = Texts.text(Simulation.calls().call(Operation.INTERFACES, 0, 0).bytes()).split("\n");
        NetworkInterface[] all = new NetworkInterface[lines.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = create(i + 1, lines[i].split(" "));
        }
        return all;
    }

    /** As the native does: by the private constructor, and what it leaves unset by the private fields. */
    private static NetworkInterface create(int index, String[] words) {
        try {
            InetAddress[] addresses = new InetAddress[words.length - 1];
            for (int i = 0; i < addresses.length; i++) {
                addresses[i] = InetAddress.getByAddress(Ipv4Text.bytes(words[i + 1]));
            }
            Constructor<NetworkInterface> constructor = NetworkInterface.class.getDeclaredConstructor(String.class,
                    int.class, InetAddress[].class);
            constructor.setAccessible(true);
            NetworkInterface made = constructor.newInstance(words[0], index, addresses);
            set(made, "displayName", words[0]);
            set(made, "bindings", new InterfaceAddress[0]);
            set(made, "childs", new NetworkInterface[0]);
            return made;
        } catch (ReflectiveOperationException | UnknownHostException e) {
            throw new LinkageError("this Java version describes interfaces in another way", e);
        }
    }

    private static void set(NetworkInterface made, String name, Object value) throws ReflectiveOperationException {
        Field field = NetworkInterface.class.getDeclaredField(name);
        field.setAccessible(true);
        field.set(made, value);
    }

    public static NetworkInterface getByName0(String name) {
        for (NetworkInterface each : getAll()) {
            if (each.getName().equals(name)) {
                return each;
            }
        }
        return null;
    }

    public static NetworkInterface getByIndex0(int index) {
        NetworkInterface[] all = getAll();
        return index >= 1 && index <= all.length ? all[index - 1] : null;
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
