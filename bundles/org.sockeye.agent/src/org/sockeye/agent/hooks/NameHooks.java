package org.sockeye.agent.hooks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.sockeye.agent.protocol.Call;
import org.sockeye.agent.protocol.Operation;
import org.sockeye.agent.protocol.Reply;
import org.sockeye.agent.protocol.Texts;
import org.sockeye.agent.protocol.Wait;

/** The natives of {@code java.net.Inet4AddressImpl}: names are asked of the simulated network. */
public final class NameHooks {

    private static final byte[] NOTHING = {};

    private NameHooks() {
    }

    private static Reply ask(Operation operation, int number, byte[] bytes) {
        return Simulation.calls().waitFor(Wait.CALL, new Call(operation, 0, number, "", bytes));
    }

    public static String getLocalHostName() {
        return Texts.text(ask(Operation.HOST_NAME, 0, NOTHING).bytes());
    }

    public static InetAddress[] lookupAllHostAddr(String name) throws UnknownHostException {
        byte[] found = ask(Operation.RESOLVE, 0, Texts.bytes(name)).bytes();
        if (found.length == 0) {
            throw Failures.plain(new UnknownHostException(name + ": Name or service not known"));
        }
        InetAddress[] addresses = new InetAddress[found.length / 4];
        for (int i = 0; i < addresses.length; i++) {
            byte[] address = new byte[4];
            System.arraycopy(found, i * 4, address, 0, 4);
            addresses[i] = InetAddress.getByAddress(name, address);
        }
        return addresses;
    }

    public static String getHostByAddr(byte[] address) throws UnknownHostException {
        String name = Texts.text(ask(Operation.REVERSE, 0, address).bytes());
        if (name.isEmpty()) {
            throw Failures.plain(new UnknownHostException());
        }
        return name;
    }

    public static boolean isReachable0(byte[] address, int timeout, byte[] from, int ttl) {
        return ask(Operation.PING, timeout, address).value() == 1;
    }
}
