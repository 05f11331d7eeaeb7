package org.sockeye.drill.run;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockeye.drill.script.Expression;
import org.sockeye.drill.script.ScriptException;
import org.sockeye.drill.script.UnsupportedException;
import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.socket.StreamSocket;

/** setsockopt, getsockopt and ioctl. */
final class SocketOptionCalls {

    /** The stack's names for those of Linux. */
    private static final Map<String, SocketOption> NAMES = Map.ofEntries(
            Map.entry("SO_REUSEADDR", SocketOption.REUSE_ADDRESS), Map.entry("SO_SNDBUF", SocketOption.SEND_BUFFER),
            Map.entry("SO_RCVBUF", SocketOption.RECEIVE_BUFFER), Map.entry("TCP_NODELAY", SocketOption.NO_DELAY),
            Map.entry("SO_KEEPALIVE", SocketOption.KEEP_ALIVE), Map.entry("SO_BROADCAST", SocketOption.BROADCAST),
            Map.entry("IP_TTL", SocketOption.TIME_TO_LIVE), Map.entry("TCP_CORK", SocketOption.CORK),
            Map.entry("TCP_MAXSEG", SocketOption.MAXIMUM_SEGMENT),
            Map.entry("TCP_USER_TIMEOUT", SocketOption.USER_TIMEOUT),
            Map.entry("TCP_KEEPIDLE", SocketOption.KEEP_ALIVE_IDLE),
            Map.entry("TCP_KEEPINTVL", SocketOption.KEEP_ALIVE_INTERVAL),
            Map.entry("TCP_KEEPCNT", SocketOption.KEEP_ALIVE_PROBES), Map.entry("TCP_SYNCNT", SocketOption.SYN_RETRIES),
            Map.entry("TCP_NOTSENT_LOWAT", SocketOption.NOT_SENT_LOW_WATER),
            Map.entry("TCP_DEFER_ACCEPT", SocketOption.DEFER_ACCEPT),
            Map.entry("TCP_QUICKACK", SocketOption.QUICK_ACK), Map.entry("TCP_LINGER2", SocketOption.FIN_WAIT),
            Map.entry("SO_OOBINLINE", SocketOption.URGENT_INLINE), Map.entry("IP_TOS", SocketOption.TRAFFIC_CLASS),
            Map.entry("IPV6_TCLASS", SocketOption.TRAFFIC_CLASS),
            Map.entry("IPV6_UNICAST_HOPS", SocketOption.TIME_TO_LIVE),
            Map.entry("IP_MTU_DISCOVER", SocketOption.PATH_MTU_DISCOVERY),
            Map.entry("IPV6_MTU_DISCOVER", SocketOption.PATH_MTU_DISCOVERY));

    /** A port is chosen when a socket connects anyway, an address need not be the host's own, and no byte is copied less. */
    private static final Set<String> WITHOUT_EFFECT = Set.of("IP_BIND_ADDRESS_NO_PORT", "IP_FREEBIND", "SO_ZEROCOPY",
            "SO_PRIORITY", "SO_MARK", "IP_RECVERR", "IPV6_RECVERR");

    private final Program program;

    SocketOptionCalls(Program program) {
        this.program = program;
    }

    Attempt set(Arguments arguments) throws ScriptException, UnsupportedException {
        long number = arguments.number(0);
        String name = name(arguments);
        if (name.equals("SO_LINGER")) {
            int linger = linger(arguments.at(3));
            return () -> SystemCalls.onSocket(program, number, open -> {
                open.socket().set(SocketOption.LINGER, linger);
                return Result.ZERO;
            });
        }
        if (name.equals("TCP_CONGESTION") && arguments.at(3) instanceof Expression.Text control) {
            return () -> SystemCalls.onStream(program, number, (open, stream) -> {
                stream.congestionControl(control.value());
                return Result.ZERO;
            });
        }
        int value = (int) Arguments.number(Arguments.single(arguments.at(3)));
        if (name.equals("TCP_INQ")) {
            return () -> SystemCalls.onSocket(program, number, open -> {
                open.reportsQueue(value != 0);
                return Result.ZERO;
            });
        }
        if (name.equals("IP_LOCAL_PORT_RANGE")) {
            return portRange(number, value, arguments);
        } else if (WITHOUT_EFFECT.contains(name)) {
            return () -> SystemCalls.onSocket(program, number, open -> Result.ZERO);
        }
        SocketOption option = option(arguments, name);
        return () -> SystemCalls.onSocket(program, number, open -> {
            open.socket().set(option, value);
            return Result.ZERO;
        });
    }

    private Attempt portRange(long number, int range, Arguments arguments) throws UnsupportedException {
        int port = range & 0xffff;
        if (port != range >>> 16) {
            throw new UnsupportedException(arguments.at(3).position(), "a range of more than one port");
        }
        return () -> SystemCalls.onSocket(program, number, open -> {
            open.ephemeralPort(port);
            return Result.ZERO;
        });
    }

    Attempt get(Arguments arguments) throws ScriptException, UnsupportedException {
        long number = arguments.number(0);
        String name = name(arguments);
        Expression wanted = arguments.at(3);
        if (name.equals("SO_LINGER")) {
            int linger = linger(wanted);
            return () -> SystemCalls.onSocket(program, number,
                    open -> compared(wanted, name, linger, open.socket().get(SocketOption.LINGER)));
        }
        @Nullable Long value = wanted instanceof Expression.Anything ? null
                : Arguments.number(Arguments.single(wanted));
        if (name.equals("SO_ERROR")) {
            return () -> SystemCalls.onSocket(program, number, open -> {
                Optional<Errno> error = open.socket().takeError();
                return compared(wanted, name, value, error.map(errno -> (long) Errnos.number(errno.name())).orElse(0L));
            });
        }
        SocketOption option = option(arguments, name);
        return () -> SystemCalls.onSocket(program, number, open -> {
            long actual = open.socket().get(option);
            boolean doubled = option == SocketOption.SEND_BUFFER || option == SocketOption.RECEIVE_BUFFER;
            // TCP_NOTSENT_LOWAT is the one that is not signed.
            boolean unsigned = option == SocketOption.NOT_SENT_LOW_WATER;
            return compared(wanted, name, value, doubled ? 2 * actual : unsigned ? actual & 0xffff_ffffL : actual);
        });
    }

    private static Result compared(Expression wanted, String name, @Nullable Number value, long actual)
            throws Mismatch {
        if (value != null && value.longValue() != actual) {
            throw new Mismatch(wanted.position(), "expected " + name + " " + value + ", got " + actual);
        }
        return Result.ZERO;
    }

    private static String name(Arguments arguments) throws ScriptException, UnsupportedException {
        if (!(arguments.at(2) instanceof Expression.Flags)) {
            throw new UnsupportedException(arguments.at(2).position(), "a socket option given as a number");
        }
        return arguments.constant(2);
    }

    private static SocketOption option(Arguments arguments, String name) throws UnsupportedException {
        SocketOption option = NAMES.get(name);
        if (option == null) {
            throw new UnsupportedException(arguments.at(2).position(), "the socket option " + name);
        }
        return option;
    }

    /** Seconds, or -1 if it is off. */
    private static int linger(Expression expression) throws ScriptException, UnsupportedException {
        if (expression instanceof Expression.Structure structure && structure.field("onoff").isPresent()
                && structure.field("linger").isPresent()) {
            return Arguments.number(structure.field("onoff").get()) == 0 ? -1
                    : (int) Arguments.number(structure.field("linger").get());
        }
        throw new ScriptException(expression.position(), "write {onoff=1, linger=0}");
    }

    Attempt ioctl(Arguments arguments) throws ScriptException, UnsupportedException {
        long number = arguments.number(0);
        String request = arguments.constant(1);
        if (!Set.of("SIOCINQ", "FIONREAD", "SIOCOUTQ", "SIOCOUTQNSD", "SIOCATMARK").contains(request)) {
            throw new UnsupportedException(arguments.at(1).position(), "ioctl " + request);
        }
        Expression wanted = arguments.count(3, "ioctl(4, SIOCINQ, [1000]) = 0").at(2);
        long value = Arguments.number(Arguments.single(wanted));
        return () -> SystemCalls.onStream(program, number, (open, stream) -> stream.state().equals("LISTEN")
                ? Result.error("EINVAL")
                : compared(wanted, request, value, asked(request, stream)));
    }

    private static long asked(String request, StreamSocket stream) {
        return switch (request) {
            case "SIOCOUTQ" -> stream.unacknowledged();
            case "SIOCOUTQNSD" -> stream.unsent();
            case "SIOCATMARK" -> stream.isAtUrgentMark() ? 1 : 0;
            default -> stream.available();
        };
    }
}
