package org.sockeye.programs.parity.cases;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.util.Arrays;

/** {@link InetAddress}. */
final class Names {

    private Names() {
    }

    static void localhostIsThisHost(Report report) throws Exception {
        report.say("by name", InetAddress.getByName("localhost"));
        report.say("first", InetAddress.getAllByName("localhost")[0]);
        report.say("loopback", InetAddress.getLoopbackAddress());
        report.say("null", InetAddress.getByName(null));
        report.say("empty", InetAddress.getByName(""));
        report.say("canonical", InetAddress.getByName("127.0.0.1").getCanonicalHostName());
    }

    static void literalsNeedNoAsking(Report report) throws Exception {
        for (String text : new String[] { "10.1.2.3", "::1", "::ffff:10.1.2.3", "fe80::1", "2001:DB8::1", "[::1]",
                "1.2.3", "0", "255.255.255.255" }) {
            report.outcome(text, () -> InetAddress.getByName(text));
        }
        report.outcome("all", () -> Arrays.toString(InetAddress.getAllByName("10.1.2.3")));
        report.outcome("bytes", () -> InetAddress.getByAddress("name", new byte[] { 1, 2, 3, 4 }));
        report.outcome("five bytes", () -> InetAddress.getByAddress(new byte[5]));
    }

    static void unknownNamesAreUnknown(Report report) throws Exception {
        report.outcome("one", () -> InetAddress.getByName("no-such-host.invalid"));
        report.outcome("all", () -> InetAddress.getAllByName("no-such-host.invalid"));
        report.outcome("again", () -> InetAddress.getByName("no-such-host.invalid"));
        report.say("unresolved", new InetSocketAddress("no-such-host.invalid", 80));
        report.outcome("no name", () -> InetAddress.getByName("two words"));
        report.outcome("bad literal", () -> InetAddress.getByName("[10.0.0.1]"));
        report.outcome("many dots", () -> InetAddress.getByName("a..invalid"));
    }

    static void thisHostHasAName(Report report) throws Exception {
        InetAddress local = InetAddress.getLocalHost();
        report.say("name", !local.getHostName().isEmpty());
        report.say("found by it", Arrays.asList(InetAddress.getAllByName(local.getHostName())).contains(local));
        report.say("again", InetAddress.getLocalHost().equals(local));
    }

    static void kindsOfAddresses(Report report) throws Exception {
        for (String text : new String[] { "127.0.0.1", "0.0.0.0", "224.0.0.1", "169.254.1.1", "192.168.1.1", "::1",
                "::",
                "fe80::1", "ff02::1" }) {
            InetAddress address = InetAddress.getByName(text);
            report.say(text, address.isLoopbackAddress() + " " + address.isAnyLocalAddress() + " "
                    + address.isMulticastAddress() + " " + address.isLinkLocalAddress() + " "
                    + address.isSiteLocalAddress() + " " + address.getHostAddress());
        }
    }

    static void thisHostIsReachable(Report report) throws Exception {
        report.outcome("four", () -> InetAddress.getByName("127.0.0.1").isReachable(1000));
        report.outcome("six", () -> InetAddress.getByName("::1").isReachable(1000));
        report.outcome("by interface", () -> InetAddress.getByName("127.0.0.1")
                .isReachable(NetworkInterface.getByName("lo"), 0, 1000));
        report.outcome("negative", () -> InetAddress.getByName("127.0.0.1").isReachable(-1));
        report.outcome("negative time to live",
                () -> InetAddress.getByName("127.0.0.1").isReachable(null, -1, 1000));
    }

    static void endpointsAsText(Report report) throws Exception {
        report.say("name", new InetSocketAddress("localhost", 80));
        report.say("address", new InetSocketAddress("127.0.0.1", 80));
        report.say("six", new InetSocketAddress("::1", 80));
        report.say("wildcard", new InetSocketAddress(80));
        report.say("unresolved", InetSocketAddress.createUnresolved("x.y", 80));
        report.say("strings", new InetSocketAddress("127.0.0.1", 80).getHostString());
    }
}
