package org.sockeye.programs.parity.cases;

import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.util.Collections;

/** {@link NetworkInterface}: of loopback everything, of the others what all have in common. */
final class Interfaces {

    private Interfaces() {
    }

    static void loopback(Report report) throws Exception {
        NetworkInterface lo = NetworkInterface.getByName("lo");
        report.say("text", lo + " " + lo.getDisplayName() + " " + lo.getIndex() + " " + lo.getMTU());
        report.say("flags", lo.isUp() + " " + lo.isLoopback() + " " + lo.supportsMulticast() + " " + lo.isPointToPoint()
                + " " + lo.isVirtual());
        report.say("mac", lo.getHardwareAddress());
        report.say("addresses", Collections.list(lo.getInetAddresses()));
        report.say("bindings", lo.getInterfaceAddresses());
        report.say("parts", Collections.list(lo.getSubInterfaces()) + " " + lo.getParent());
        for (InterfaceAddress address : lo.getInterfaceAddresses()) {
            report.say("binding", address.getAddress() + " " + address.getBroadcast() + " "
                    + address.getNetworkPrefixLength());
        }
    }

    static void itIsFoundInEveryWay(Report report) throws Exception {
        NetworkInterface lo = NetworkInterface.getByName("lo");
        report.say("by index", lo.equals(NetworkInterface.getByIndex(1)));
        report.say("by address", lo.equals(NetworkInterface.getByInetAddress(InetAddress.getByName("127.0.0.1"))));
        report.say("by address of IPv6", lo.equals(NetworkInterface.getByInetAddress(InetAddress.getByName("::1"))));
        report.say("among all", Collections.list(NetworkInterface.getNetworkInterfaces()).contains(lo));
        report.say("hash", lo.hashCode() == NetworkInterface.getByIndex(1).hashCode());
        report.say("last", Collections.list(NetworkInterface.getNetworkInterfaces()).indexOf(lo)
                + 1 == Collections.list(NetworkInterface.getNetworkInterfaces()).size());
    }

    static void whatThereIsNot(Report report) throws Exception {
        report.outcome("name", () -> NetworkInterface.getByName("nothing0"));
        report.outcome("index", () -> NetworkInterface.getByIndex(9999));
        report.outcome("negative", () -> NetworkInterface.getByIndex(-1));
        report.outcome("address", () -> NetworkInterface.getByInetAddress(InetAddress.getByName("198.51.100.7")));
        report.outcome("null", () -> NetworkInterface.getByName(null));
    }

    static void othersAreOnSomeLink(Report report) throws Exception {
        boolean found = false;
        for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            if (each.isUp() && !each.isLoopback() && !each.isPointToPoint() && each.getHardwareAddress() != null
                    && !each.getInterfaceAddresses().isEmpty() && !found) {
                found = true;
                report.say("mac", each.getHardwareAddress().length);
                report.say("multicast", each.supportsMulticast());
                report.say("index", each.getIndex() > 1);
                for (InterfaceAddress address : each.getInterfaceAddresses()) {
                    if (address.getAddress().getAddress().length == 4) {
                        report.say("broadcast", address.getBroadcast() != null);
                    }
                }
            }
        }
    }
}
