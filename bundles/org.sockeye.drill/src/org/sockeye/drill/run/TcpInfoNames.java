package org.sockeye.drill.run;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.sockeye.drill.assertion.Names;
import org.sockeye.drill.script.Position;
import org.sockeye.drill.script.UnsupportedException;

/** The names that a block finds: the fields of tcp_info of the connection under test, and constants. */
final class TcpInfoNames implements Names {

    private final Program program;

    TcpInfoNames(Program program) {
        this.program = program;
    }

    /** Looks for names of fields that nobody can fill in. */
    static void check(Set<String> names, Position position) throws UnsupportedException {
        for (String name : names) {
            if (name.matches("(tcpi|tcpcc|bbr|vegas|dctcp|SK_MEMINFO)_\\w+")) {
                throw new UnsupportedException(position, "the field " + name);
            }
        }
    }

    @Override
    public Optional<Long> value(String name) {
        OptionalLong constant = Constants.value(name);
        return constant.isPresent() ? Optional.of(constant.getAsLong()) : Optional.empty();
    }
}
