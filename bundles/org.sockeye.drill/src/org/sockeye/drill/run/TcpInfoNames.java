package org.sockeye.drill.run;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.sockeye.drill.assertion.Names;
import org.sockeye.drill.script.Position;
import org.sockeye.drill.script.UnsupportedException;
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
            if (name.matches("(tcpi|tcpcc|bbr|vegas|dctcp|SK_MEMINFO)_\\w+") && field(name).isEmpty()) {
                throw new UnsupportedException(position, "the field " + name);
            }
        }
    }

    private static Optional<TcpInfo.Field> field(String name) {
        return Arrays.stream(TcpInfo.Field.values())
                .filter(field -> name.equals("tcpi_" + field.name().toLowerCase(Locale.ROOT))).findFirst();
    }

    @Override
    public Optional<Long> value(String name) {
        OptionalLong constant = Constants.value(name);
        if (constant.isPresent()) {
            return Optional.of(constant.getAsLong());
        }
        Flow flow = program.flow();
        return flow == null ? Optional.empty()
                : field(name).flatMap(field -> program.bed().socketOf(flow).flatMap(StreamSocket::info)
                        .map(info -> info.get(field)));
    }
}
