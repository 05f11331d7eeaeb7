package org.sockeye.drill.run;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sockeye.drill.script.Expression;
import org.sockeye.drill.script.Position;
import org.sockeye.drill.script.ScriptException;
import org.sockeye.drill.script.UnsupportedException;

/** poll and epoll. */
final class Polling {

    private static final long MILLISECOND = 1_000_000;
    /** What poll tells beside what was asked for. */
    private static final int ALWAYS = Constants.POLLERR | Constants.POLLHUP;

    private final Program program;

    Polling(Program program) {
        this.program = program;
    }

    /** One entry of poll's list: a descriptor, what is asked, and what must come of it. */
    private record Asked(long number, int events, int expected, Position position) {
    }

    Attempt poll(Arguments arguments) throws ScriptException, UnsupportedException {
        if (!(arguments.at(0) instanceof Expression.Items items)) {
            throw new ScriptException(arguments.at(0).position(), "write [{fd=3, events=POLLIN, revents=0}]");
        }
        List<Asked> asked = new ArrayList<>();
        for (Expression item : items.items()) {
            asked.add(asked(item));
        }
        long timeout = arguments.number(2);
        if (arguments.number(1) != asked.size()) {
            throw new ScriptException(arguments.at(1).position(), "the list has " + asked.size() + " entries, not "
                    + arguments.number(1));
        }
        return timed(timeout, last -> {
            int ready = 0;
            for (Asked entry : asked) {
                ready += events(entry) != 0 ? 1 : 0;
            }
            if (ready == 0 && !last) {
                return null;
            }
            for (Asked entry : asked) {
                int got = events(entry);
                if (got != entry.expected) {
                    throw new Mismatch(entry.position,
                            "expected poll to tell of " + names(entry.expected, "POLL") + ", got "
                                    + names(got, "POLL"));
                }
            }
            return Result.of(ready);
        });
    }

    private static Asked asked(Expression item) throws ScriptException, UnsupportedException {
        if (item instanceof Expression.Structure structure && structure.field("fd").isPresent()
                && structure.field("events").isPresent()) {
            int expected = structure.field("revents").isPresent()
                    ? (int) Arguments.number(structure.field("revents").get()) : 0;
            return new Asked(Arguments.number(structure.field("fd").get()),
                    (int) Arguments.number(structure.field("events").get()), expected, item.position());
        }
        throw new ScriptException(item.position(), "write {fd=3, events=POLLIN, revents=0}");
    }

    private int events(Asked entry) {
        Descriptor.Open open = program.descriptors().socket(entry.number);
        if (open == null) {
            return entry.number < 0 ? 0 : Constants.POLLNVAL;
        }
        return Readiness.of(open) & (entry.events | ALWAYS);
    }

    // epoll

    Attempt create(Arguments arguments, OptionalLong number) {
        return () -> {
            number.ifPresent(name -> program.descriptors().put(name, new Descriptor.Watching(new Epoll())));
            return Result.of(number.orElse(0));
        };
    }

    Attempt control(Arguments arguments) throws ScriptException, UnsupportedException {
        long number = arguments.number(0);
        String operation = arguments.constant(1);
        long target = arguments.number(2);
        int wanted = 0;
        long data = target;
        if (arguments.at(3) instanceof Expression.Structure structure) {
            wanted = (int) Arguments.number(structure.field("events").orElseThrow(
                    () -> new ScriptException(structure.position(),
                            "the events are missing; write {events=EPOLLIN, fd=4}")));
            data = data(structure, target);
        }
        int events = wanted;
        long told = data;
        return () -> {
            Epoll epoll = epoll(number);
            Descriptor.Open open = program.descriptors().socket(target);
            if (epoll == null || open == null) {
                return Result.error("EBADF");
            }
            boolean known = epoll.contains(open);
            if (operation.equals("EPOLL_CTL_ADD") == known) {
                return Result.error(known ? "EEXIST" : "ENOENT");
            }
            if (operation.equals("EPOLL_CTL_DEL")) {
                epoll.forget(open);
            } else {
                epoll.watch(open, events, told);
            }
            return Result.ZERO;
        };
    }

    private static long data(Expression.Structure structure, long otherwise)
            throws ScriptException, UnsupportedException {
        for (String name : List.of("fd", "ptr", "u32", "u64")) {
            if (structure.field(name).isPresent()) {
                return Arguments.number(structure.field(name).get());
            }
        }
        return otherwise;
    }

    private @Nullable Epoll epoll(long number) {
        return program.descriptors().get(number) instanceof Descriptor.Watching watching ? watching.epoll() : null;
    }

    Attempt await(Arguments arguments) throws ScriptException, UnsupportedException {
        long number = arguments.number(0);
        List<Epoll.Ready> expected = expected(arguments.at(1));
        int most = arguments.integer(2);
        long timeout = arguments.number(3);
        return timed(timeout, last -> {
            Epoll epoll = epoll(number);
            if (epoll == null) {
                return Result.error("EBADF");
            }
            List<Epoll.Ready> ready = epoll.take(most);
            if (ready.isEmpty()) {
                return last ? Result.ZERO : null;
            }
            if (!expected.isEmpty() && !ready.equals(expected.subList(0, Math.min(expected.size(), ready.size())))) {
                throw new Mismatch(arguments.at(1).position(),
                        "expected epoll_wait to tell of " + shown(expected) + ", got "
                                + shown(ready));
            }
            return Result.of(ready.size());
        });
    }

    private static List<Epoll.Ready> expected(Expression expression) throws ScriptException, UnsupportedException {
        List<Epoll.Ready> ready = new ArrayList<>();
        List<Expression> items = expression instanceof Expression.Items list ? list.items() : List.of(expression);
        for (Expression item : items) {
            if (item instanceof Expression.Structure structure && structure.field("events").isPresent()) {
                int events = (int) Arguments.number(structure.field("events").get());
                ready.add(new Epoll.Ready(events, data(structure, 0)));
            } else if (!(item instanceof Expression.Anything)) {
                throw new ScriptException(item.position(), "write {events=EPOLLIN, fd=4}");
            }
        }
        return ready;
    }

    private static String shown(List<Epoll.Ready> ready) {
        return String.join(", ",
                ready.stream().map(one -> names(one.events(), "EPOLL") + " on " + one.data()).toList());
    }

    private static String names(int events, String prefix) {
        List<String> names = new ArrayList<>();
        for (String name : List.of("IN", "PRI", "OUT", "ERR", "HUP", "NVAL", "RDHUP", "RDNORM", "WRNORM")) {
            long bit = Constants.value("POLL" + name).orElse(0);
            if ((events & bit) != 0) {
                names.add(prefix + name);
            }
        }
        return names.isEmpty() ? "nothing" : String.join("|", names);
    }

    // Waiting with an end

    /** Looks whether there is something to tell; {@code last} is true when waiting is over. */
    @FunctionalInterface
    private interface Look {

        @Nullable
        Result look(boolean last) throws Mismatch;
    }

    private Attempt timed(long timeout, Look look) {
        long end = timeout < 0 ? Long.MAX_VALUE : program.bed().events().now() + timeout * MILLISECOND;
        return new Attempt() {
            @Override
            public @Nullable Result now() throws Mismatch {
                return look.look(program.bed().events().now() >= end);
            }

            @Override
            public long deadline() {
                return end;
            }
        };
    }
}
