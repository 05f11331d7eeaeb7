package org.sockeye.agent.hooks;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** An interface of the simulated host, as the network describes it. */
final class SimulatedInterface {

    final String name;
    final int index;
    final int mtu;
    final List<String> flags;
    private final String mac;
    private final List<String> addresses;

    private SimulatedInterface(String[] words) {
        name = words[0];
        index = Integer.parseInt(words[1]);
        mtu = Integer.parseInt(words[2]);
        flags = List.of(words[3].split(","));
        mac = words[4];
        addresses = List.of(words).subList(5, words.length);
    }

    /** Reads a line of the reply to {@code INTERFACES}. */
    static SimulatedInterface parse(String line) {
        return new SimulatedInterface(line.split(" "));
    }

    /** Its MAC address; null if it has none. */
    byte[] mac() {
        if (mac.equals("-")) {
            return null;
        }
        String[] parts = mac.split(":");
        byte[] bytes = new byte[parts.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(parts[i], 16);
        }
        return bytes;
    }

    /** As the native makes it: by the private constructor, and what that leaves unset by the private fields. */
    NetworkInterface make() {
        try {
            List<InetAddress> all = new ArrayList<>();
            List<InterfaceAddress> bindings = new ArrayList<>();
            for (boolean six : new boolean[] { true, false }) {
                for (String text : addresses) {
                    if (text.contains(":") == six) {
                        InetAddress address = InetAddress.getByName(text.substring(0, text.indexOf('/')));
                        all.add(six ? scoped(address) : address);
                        bindings.add(binding(all.get(all.size() - 1),
                                Short.parseShort(text.substring(text.indexOf('/') + 1))));
                    }
                }
            }
            Constructor<NetworkInterface> constructor = NetworkInterface.class.getDeclaredConstructor(String.class,
                    int.class, InetAddress[].class);
            constructor.setAccessible(true);
            NetworkInterface made = constructor.newInstance(name, index, all.toArray(new InetAddress[0]));
            set(made, "displayName", name);
            set(made, "bindings", bindings.toArray(new InterfaceAddress[0]));
            set(made, "childs", new NetworkInterface[0]);
            for (InetAddress address : all) {
                if (address instanceof Inet6Address) {
                    set(get(address, "holder6"), "scope_ifname", made);
                }
            }
            return made;
        } catch (ReflectiveOperationException | UnknownHostException e) {
            throw new LinkageError("this Java version describes interfaces in another way", e);
        }
    }

    private InetAddress scoped(InetAddress address) throws UnknownHostException {
        return Inet6Address.getByAddress(null, address.getAddress(), index);
    }

    private InterfaceAddress binding(InetAddress address, short prefix)
            throws ReflectiveOperationException, UnknownHostException {
        Constructor<InterfaceAddress> constructor = InterfaceAddress.class.getDeclaredConstructor();
        constructor.setAccessible(true);
        InterfaceAddress made = constructor.newInstance();
        set(made, "address", address);
        set(made, "maskLength", prefix);
        if (Addresses.isFour(address) && flags.contains("broadcast")) {
            int hosts = prefix == 0 ? -1 : ~(-1 << 32 - prefix);
            byte[] wide = Addresses.wide(Addresses.number(address.getAddress()) | hosts);
            set(made, "broadcast", Addresses.address(wide, 0));
        }
        return made;
    }

    private static void set(Object made, String name, Object value) throws ReflectiveOperationException {
        field(made, name).set(made, value);
    }

    private static Object get(Object made, String name) throws ReflectiveOperationException {
        return field(made, name).get(made);
    }

    private static Field field(Object made, String name) throws ReflectiveOperationException {
        Field field = made.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
