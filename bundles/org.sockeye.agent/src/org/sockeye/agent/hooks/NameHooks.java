package org.sockeye.agent.hooks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sockeye.agent.protocol.Call;
import org.sockeye.agent.protocol.Operation;
import org.sockeye.agent.protocol.Reply;
import org.sockeye.agent.protocol.Sockaddr;
import org.sockeye.agent.protocol.Texts;
import org.sockeye.agent.protocol.Wait;

/**
 * The natives of {@code java.net.Inet4AddressImpl} and {@code Inet6AddressImpl}, and what chooses between them: names are
 * asked of the simulated network.
 */
public final class NameHooks {

    private static final byte[] NOTHING = {};
    /** What Java 19 and newer ask for ({@code java.net.spi.InetAddressResolver.LookupPolicy}). */
    private static final int IPV4 = 1;
    private static final int IPV6 = 2;
    private static final int IPV4_FIRST = 4;
    private static final int IPV6_FIRST = 8;

    private NameHooks() {
    }

    public static boolean isIPv4Available() {
        return true;
    }

    public static boolean isIPv6Supported() {
        return SocketHooks.isIPv6Available0();
    }

    private static Reply ask(Operation operation, int number, byte[] bytes) {
        return Simulation.calls().waitFor(Wait.CALL, new Call(operation, 0, number, "", bytes));
    }

    public static String getLocalHostName() {
        return Texts.text(ask(Operation.HOST_NAME, 0, NOTHING).bytes());
    }

    /** For Java 17, which has its policy in a property. */
    public static InetAddress[] lookupAllHostAddr(String name) throws UnknownHostException {
        String preferred = System.getProperty("java.net.preferIPv6Addresses", "false");
        int families = isIPv6Supported() ? IPV4 | IPV6 : IPV4;
        int order = preferred.equals("true") ? IPV6_FIRST : preferred.equals("false") ? IPV4_FIRST : 0;
        return lookupAllHostAddr(name, families | order);
    }

    /** Those of the families asked for; in the order of the answer unless one family is to be first. */
    public static InetAddress[] lookupAllHostAddr(String name, int policy) throws UnknownHostException {
        byte[] found = ask(Operation.RESOLVE, 0, Texts.bytes(name)).bytes();
        List<InetAddress> four = new ArrayList<>();
        List<InetAddress> six = new ArrayList<>();
        List<InetAddress> all = new ArrayList<>();
        for (int i = 0; i < found.length; i += Sockaddr.ADDRESS_LENGTH) {
            byte[] address = Sockaddr.plain(Arrays.copyOfRange(found, i, i + Sockaddr.ADDRESS_LENGTH));
            boolean old = address.length == 4;
            if ((policy & (old ? IPV4 : IPV6)) != 0) {
                (old ? four : six).add(InetAddress.getByAddress(name, address));
                all.add(InetAddress.getByAddress(name, address));
            }
        }
        if (all.isEmpty()) {
            throw Failures.plain(new UnknownHostException(name + ": Name or service not known"));
        }
        if ((policy & (IPV4_FIRST | IPV6_FIRST)) != 0) {
            boolean oldFirst = (policy & IPV4_FIRST) != 0;
            all = oldFirst ? four : six;
            all.addAll(oldFirst ? six : four);
        }
        return all.toArray(new InetAddress[0]);
    }

    public static String getHostByAddr(byte[] address) throws UnknownHostException {
        String name = Texts.text(ask(Operation.REVERSE, 0, Sockaddr.wide(address)).bytes());
        if (name.isEmpty()) {
            throw Failures.plain(new UnknownHostException());
        }
        return name;
    }

    public static boolean isReachable0(byte[] address, int timeout, byte[] from, int ttl) {
        return isReachable0(address, 0, timeout, from, ttl, 0);
    }

    public static boolean isReachable0(byte[] address, int scope, int timeout, byte[] from, int ttl, int fromScope) {
        byte[] destination = new Sockaddr(Sockaddr.wide(address), scope, 0).encode();
        return ask(Operation.PING, timeout, destination).value() == 1;
    }
}
