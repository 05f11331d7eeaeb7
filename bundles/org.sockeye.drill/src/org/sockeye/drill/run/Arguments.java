package org.sockeye.drill.run;

import java.util.List;
import org.sockeye.drill.script.Event;
import org.sockeye.drill.script.Expression;
import org.sockeye.drill.script.Position;
import org.sockeye.drill.script.ScriptException;
import org.sockeye.drill.script.UnsupportedException;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Address;

/** The arguments of one system call, as values. */
record Arguments(String name, Position position, List<Expression> expressions) {

    static Arguments of(Event.SystemCall call) {
        return new Arguments(call.name(), call.position(), call.arguments());
    }

    /** Checks how many there are. */
    Arguments count(int wanted, String form) throws ScriptException {
        if (expressions.size() != wanted) {
            throw new ScriptException(position, name + " takes " + wanted + " arguments, not " + expressions.size()
                    + "; write " + form);
        }
        return this;
    }

    Expression at(int index) {
        return expressions.get(index);
    }

    boolean isAnything(int index) {
        return at(index) instanceof Expression.Anything;
    }

    /** No address. */
    boolean isNull(int index) {
        return at(index) instanceof Expression.Flags flags && flags.names().equals(List.of("NULL"));
    }

    /** A number, constants included. */
    long number(int index) throws ScriptException, UnsupportedException {
        return number(at(index));
    }

    int integer(int index) throws ScriptException, UnsupportedException {
        return (int) number(index);
    }

    /** How many bytes: never negative. */
    int length(int index) throws ScriptException, UnsupportedException {
        long length = number(index);
        if (length < 0 || length > Integer.MAX_VALUE) {
            throw new ScriptException(at(index).position(), length + " is no length; write a number of bytes from 0");
        }
        return (int) length;
    }

    /** The name of a constant, such as SOL_SOCKET. */
    String constant(int index) throws ScriptException {
        if (at(index) instanceof Expression.Flags flags && flags.names().size() == 1) {
            return flags.names().get(0);
        }
        throw new ScriptException(at(index).position(),
                "write this argument of " + name + " as the name of a constant");
    }

    static long number(Expression expression) throws ScriptException, UnsupportedException {
        return switch (expression) {
            case Expression.Number number -> number.value();
            case Expression.Flags flags -> {
                long bits = 0;
                for (String flag : flags.names()) {
                    bits |= Constants.value(flag).orElseThrow(
                            () -> new UnsupportedException(expression.position(), "the constant " + flag));
                }
                yield bits;
            }
            case Expression.Call call when call.name().equals("htons") && call.arguments().size() == 1 ->
                number(call.arguments().get(0));
            case Expression.Call call -> throw new UnsupportedException(call.position(), "the expression " + call.name()
                    + "(...)");
            case Expression.Anything anything -> throw new ScriptException(anything.position(),
                    "... cannot stand for a number; write one");
            default -> throw new ScriptException(expression.position(), "a number was expected here; write one");
        };
    }

    /** The single value in {@code [v]}; plain {@code v} will do. */
    static Expression single(Expression expression) throws ScriptException {
        if (expression instanceof Expression.Items items) {
            if (items.items().size() != 1) {
                throw new ScriptException(expression.position(), "one value was expected here; write [v]");
            }
            return items.items().get(0);
        }
        return expression;
    }

    /** An address: what {@code ...} stands for is {@code otherwise}. */
    static Endpoint endpoint(Expression expression, Endpoint otherwise) throws ScriptException, UnsupportedException {
        if (expression instanceof Expression.Anything) {
            return otherwise;
        }
        if (!(expression instanceof Expression.Structure structure)) {
            throw new ScriptException(expression.position(), "an address was expected here; write ... or "
                    + "{sa_family=AF_INET, sin_port=htons(8080), sin_addr=inet_addr(\"192.0.2.1\")}");
        }
        long family = structure.field("sa_family").isPresent() ? number(structure.field("sa_family").get()) : 2;
        if (family != 2) {
            throw new UnsupportedException(expression.position(), "the address family " + family);
        }
        int port = structure.field("sin_port").isPresent() ? (int) number(structure.field("sin_port").get()) : 0;
        IpAddress address = structure.field("sin_addr").isPresent() ? address(structure.field("sin_addr").get())
                : otherwise.address();
        if (port < 0 || port > 0xffff) {
            throw new ScriptException(expression.position(), "a port is within 0 and 65535, not " + port);
        }
        return new Endpoint(address, port);
    }

    private static IpAddress address(Expression expression) throws ScriptException, UnsupportedException {
        if (expression instanceof Expression.Call call && call.name().equals("inet_addr")
                && call.arguments().size() == 1
                && call.arguments().get(0) instanceof Expression.Text text) {
            try {
                return Ipv4Address.parse(text.value());
            } catch (IllegalArgumentException e) {
                throw new ScriptException(text.position(),
                        text.value() + " is no IPv4 address; write four numbers from 0 to"
                                + " 255 with dots between them");
            }
        }
        throw new UnsupportedException(expression.position(), "an address that is not inet_addr(\"...\")");
    }
}
