package org.sockeye.programs.parity.cases;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.MembershipKey;

/** Multicast, on the loopback interface: what others do there is unknown. */
final class Groups {

    private static final String GROUP = "239.9.8.7";

    private Groups() {
    }

    private static NetworkInterface loopback() throws Exception {
        return NetworkInterface.getByName("lo");
    }

    private static InetSocketAddress group(int port) throws Exception {
        return new InetSocketAddress(InetAddress.getByName(GROUP), port);
    }

    private static DatagramPacket packet(String text, int port) throws Exception {
        return new DatagramPacket(text.getBytes(), text.length(), group(port));
    }

    private static MulticastSocket member(int port) throws Exception {
        MulticastSocket socket = new MulticastSocket(port);
        socket.setNetworkInterface(loopback());
        return socket;
    }

    static void membersHear(Report report) throws Exception {
        try (MulticastSocket one = member(0); MulticastSocket other = member(one.getLocalPort())) {
            one.joinGroup(group(0), loopback());
            other.joinGroup(group(0), loopback());
            one.send(packet("hello", one.getLocalPort()));
            report.outcome("one", () -> Datagrams.receive(one));
            report.outcome("other", () -> Datagrams.receive(other));
        }
    }

    static void strangersDoNotHear(Report report) throws Exception {
        try (MulticastSocket one = member(0); MulticastSocket other = member(one.getLocalPort())) {
            one.joinGroup(group(0), loopback());
            one.send(packet("hello", one.getLocalPort()));
            report.outcome("one", () -> Datagrams.receive(one));
            report.outcome("other", () -> Datagrams.receive(other));
        }
    }

    static void whoHasLeftHearsNoMore(Report report) throws Exception {
        try (MulticastSocket socket = member(0)) {
            socket.joinGroup(group(0), loopback());
            socket.send(packet("first", socket.getLocalPort()));
            report.outcome("heard", () -> Datagrams.receive(socket));
            socket.leaveGroup(group(0), loopback());
            socket.send(packet("second", socket.getLocalPort()));
            report.outcome("heard", () -> Datagrams.receive(socket));
        }
    }

    static void everybodyMaySend(Report report) throws Exception {
        try (MulticastSocket member = member(0); DatagramSocket sender = new DatagramSocket()) {
            member.joinGroup(group(0), loopback());
            sender.setOption(StandardSocketOptions.IP_MULTICAST_IF, loopback());
            sender.send(packet("hello", member.getLocalPort()));
            report.outcome("heard", () -> Datagrams.receive(member));
        }
    }

    static void joiningTwiceIsAnError(Report report) throws Exception {
        try (MulticastSocket socket = member(0)) {
            report.attempt("join", () -> socket.joinGroup(group(0), loopback()));
            report.attempt("again", () -> socket.joinGroup(group(0), loopback()));
            report.attempt("leave", () -> socket.leaveGroup(group(0), loopback()));
            report.attempt("again", () -> socket.leaveGroup(group(0), loopback()));
        }
    }

    @SuppressWarnings("deprecation")
    static void noGroup(Report report) throws Exception {
        try (MulticastSocket socket = member(0)) {
            report.attempt("join", () -> socket.joinGroup(InetAddress.getByName("10.1.1.1")));
            report.attempt("leave", () -> socket.leaveGroup(new InetSocketAddress("10.1.1.1", 0), loopback()));
            socket.close();
            report.attempt("closed", () -> socket.joinGroup(group(0), loopback()));
        }
    }

    static void theInterfaceIsRemembered(Report report) throws Exception {
        try (MulticastSocket socket = new MulticastSocket(0)) {
            socket.setNetworkInterface(loopback());
            report.say("interface", socket.getNetworkInterface());
            report.say("option", socket.getOption(StandardSocketOptions.IP_MULTICAST_IF));
        }
    }

    private static DatagramChannel channel(StandardProtocolFamily family) throws Exception {
        DatagramChannel channel = DatagramChannel.open(family);
        channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, loopback());
        channel.bind(new InetSocketAddress(0));
        channel.configureBlocking(false);
        return channel;
    }

    private static String heard(DatagramChannel channel) throws Exception {
        Pair.settle();
        ByteBuffer buffer = ByteBuffer.allocate(100);
        return channel.receive(buffer) == null ? "nothing" : new String(buffer.array(), 0, buffer.position());
    }

    private static void send(DatagramChannel channel, InetAddress group, String text) throws Exception {
        int port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
        channel.send(ByteBuffer.wrap(text.getBytes()), new InetSocketAddress(group, port));
    }

    static void channelsTakePart(Report report) throws Exception {
        InetAddress group = InetAddress.getByName(GROUP);
        try (DatagramChannel channel = channel(StandardProtocolFamily.INET)) {
            MembershipKey key = channel.join(group, loopback());
            report.say("key", key + " " + key.isValid() + " " + key.group() + " " + key.sourceAddress());
            report.say("same", channel.join(group, loopback()) == key);
            send(channel, group, "one");
            report.say("heard", heard(channel));
            key.drop();
            report.say("dropped", key.isValid());
            send(channel, group, "two");
            report.say("heard", heard(channel));
        }
    }

    static void aSourceIsBlocked(Report report) throws Exception {
        InetAddress group = InetAddress.getByName(GROUP);
        InetAddress local = Datagrams.local();
        try (DatagramChannel channel = channel(StandardProtocolFamily.INET)) {
            MembershipKey key = channel.join(group, loopback());
            report.outcome("block", () -> key.block(local));
            send(channel, group, "blocked");
            report.say("heard", heard(channel));
            report.outcome("unblock", () -> key.unblock(local));
            send(channel, group, "heard");
            report.say("heard", heard(channel));
            report.outcome("unblock again", () -> key.unblock(local));
        }
    }

    static void oneSourceAloneIsHeard(Report report) throws Exception {
        InetAddress group = InetAddress.getByName(GROUP);
        try (DatagramChannel channel = channel(StandardProtocolFamily.INET)) {
            MembershipKey key = channel.join(group, loopback(), InetAddress.getByName("127.0.0.9"));
            report.say("key", key);
            send(channel, group, "one");
            report.say("heard", heard(channel));
            channel.join(group, loopback(), Datagrams.local());
            send(channel, group, "two");
            report.say("heard", heard(channel));
            report.outcome("all", () -> channel.join(group, loopback()));
            report.outcome("block", () -> key.block(Datagrams.local()));
        }
    }

    static void groupsOfIpv6(Report report) throws Exception {
        InetAddress group = InetAddress.getByName("ff05::9:8:7");
        try (DatagramChannel channel = channel(StandardProtocolFamily.INET6)) {
            report.outcome("join", () -> channel.join(group, loopback()));
            report.outcome("send", () -> {
                send(channel, group, "six");
                return "done";
            });
            report.say("heard", heard(channel));
        }
    }

    static void aSocketOfIpv6JoinsGroupsOfIpv4(Report report) throws Exception {
        InetAddress group = InetAddress.getByName(GROUP);
        try (DatagramChannel channel = channel(StandardProtocolFamily.INET6)) {
            report.outcome("join", () -> channel.join(group, loopback()));
            send(channel, group, "four");
            report.say("heard", heard(channel));
        }
    }

    static void strangeMemberships(Report report) throws Exception {
        try (DatagramChannel channel = channel(StandardProtocolFamily.INET)) {
            report.outcome("no group", () -> channel.join(Datagrams.local(), loopback()));
            report.outcome("other family", () -> channel.join(InetAddress.getByName("ff05::1"), loopback()));
            report.outcome("group as source", () -> channel.join(InetAddress.getByName(GROUP), loopback(),
                    InetAddress.getByName("239.1.1.1")));
            channel.close();
            report.outcome("closed", () -> channel.join(InetAddress.getByName(GROUP), loopback()));
        }
    }
}
