package org.sockeye.drill.run;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.sockeye.drill.assertion.Names;
import org.sockeye.drill.script.Position;
import org.sockeye.drill.script.UnsupportedException;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.socket.TcpInfo;

/** The names that a block finds: the fields of tcp_info of the connection under test, and constants. */
final class TcpInfoNames implements Names {

    private final Program program;

    TcpInfoNames(Program program) {
        this.program = program;
    }

    /** Looks for names of fields that nobody can fill in. */
    static void check(Set<String> names, Position position) throws UnsupportedException {
        for (String name : names) {
            if (name.matches("(tcpi|tcpcc|bbr|vegas|dctcp|SK_MEMINFO)_\\w+") && field(name).isEmpty()
                    && buffer(name).isEmpty()) {
                throw new UnsupportedException(position, "the field " + name);
            }
        }
    }

    private static Optional<TcpInfo.Field> field(String name) {
        return Arrays.stream(TcpInfo.Field.values())
                .filter(field -> name.equals("tcpi_" + field.name().toLowerCase(Locale.ROOT))).findFirst();
    }

    /** The buffers, whose sizes Linux tells as twice what was set. */
    private static Optional<SocketOption> buffer(String name) {
        return switch (name) {
            case "SK_MEMINFO_RCVBUF" -> Optional.of(SocketOption.RECEIVE_BUFFER);
            case "SK_MEMINFO_SNDBUF" -> Optional.of(SocketOption.SEND_BUFFER);
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<Long> value(String name) {
        OptionalLong constant = Constants.value(name);
        if (constant.isPresent()) {
            return Optional.of(constant.getAsLong());
        }
        Flow flow = program.flow();
        Optional<StreamSocket> socket = flow == null ? Optional.empty() : program.bed().socketOf(flow);
        Optional<Long> size = buffer(name).flatMap(option -> socket.map(open -> 2L * open.get(option)));
        return size.isPresent() ? size
                : field(name).flatMap(field -> socket.flatMap(StreamSocket::info).map(info -> info.get(field)));
    }
}
