package org.sockeye.programs.sockets;

import java.util.Optional;
import org.sockeye.agent.protocol.Group;
import org.sockeye.agent.protocol.Operation;
import org.sockeye.agent.protocol.Option;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Address;

/** What a datagram socket of a program has to do with groups. */
final class ServedGroups {

    private final DatagramSocket datagrams;
    private final InterfaceTable interfaces;
    private int sender4;
    private int sender6;

    ServedGroups(DatagramSocket datagrams, InterfaceTable interfaces) {
        this.datagrams = datagrams;
        this.interfaces = interfaces;
    }

    /** True for options that say by which interface to send. */
    static boolean has(Option option) {
        return option == Option.MULTICAST_INTERFACE_4 || option == Option.MULTICAST_INTERFACE_6;
    }

    int sender(Option option) {
        return option == Option.MULTICAST_INTERFACE_4 ? sender4 : sender6;
    }

    void sender(Option option, int value) throws SocketError {
        if (option == Option.MULTICAST_INTERFACE_4) {
            datagrams.multicastInterface(
                    value == 0 ? "" : existing(interfaces.name(new Ipv4Address(value)), Errno.EADDRNOTAVAIL));
            sender4 = value;
        } else {
            datagrams.multicastInterface(value == 0 ? "" : existing(interfaces.name(value), Errno.ENODEV));
            sender6 = value;
        }
    }

    private static String existing(Optional<String> name, Errno otherwise) throws SocketError {
        return name.orElseThrow(() -> new SocketError(otherwise));
    }

    void change(Operation operation, Group about) throws SocketError {
        IpAddress group = Wide.address(about.group());
        IpAddress source = Wide.address(about.source());
        IpAddress at = Wide.address(about.at());
        String port = about.index() != 0 ? existing(interfaces.name(about.index()), Errno.ENODEV)
                : at.isUnspecified() ? "" : existing(interfaces.name(at), Errno.ENODEV);
        switch (operation) {
            case JOIN -> {
                if (source.isUnspecified()) {
                    datagrams.join(group, port);
                } else {
                    datagrams.join(group, port, source);
                }
            }
            case LEAVE -> {
                if (source.isUnspecified()) {
                    datagrams.leave(group, port);
                } else {
                    datagrams.leave(group, port, source);
                }
            }
            case BLOCK -> datagrams.block(group, port, source, true);
            case UNBLOCK -> datagrams.block(group, port, source, false);
            default -> throw new SocketError(Errno.EINVAL);
        }
    }
}
