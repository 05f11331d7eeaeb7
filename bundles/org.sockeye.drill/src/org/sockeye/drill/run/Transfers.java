package org.sockeye.drill.run;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.sockeye.drill.script.Expression;
import org.sockeye.drill.script.ScriptException;
import org.sockeye.drill.script.UnsupportedException;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.wire.Endpoint;

/** read, write and their relatives. */
final class Transfers {

    private static final int SEND_FLAGS = Constants.MSG_DONTWAIT | Constants.MSG_NOSIGNAL | Constants.MSG_MORE
            | Constants.MSG_OOB | Constants.MSG_EOR | Constants.MSG_ZEROCOPY;
    private static final int RECEIVE_FLAGS = Constants.MSG_DONTWAIT | Constants.MSG_WAITALL | Constants.MSG_NOSIGNAL
            | Constants.MSG_CMSG_CLOEXEC | Constants.MSG_PEEK | Constants.MSG_OOB;

    private final Program program;

    Transfers(Program program) {
        this.program = program;
    }

    Attempt prepare(Arguments arguments) throws ScriptException, UnsupportedException {
        long number = arguments.number(0);
        if (arguments.expressions().size() > 2 && arguments.isNull(1)) {
            return () -> SystemCalls.onSocket(program, number, open -> Result.error("EFAULT"));
        }
        return switch (arguments.name()) {
            case "read" -> receive(number, arguments.count(3, "read(4, ..., 1000) = 1000").length(2), 0);
            case "write" -> send(number, arguments.count(3, "write(4, ..., 1000) = 1000").length(2), 0, null);
            case "readv" -> receive(number, total(arguments.count(3, "readv(4, [{..., 10}], 1) = 10").at(1)), 0);
            case "writev" -> send(number, total(arguments.count(3, "writev(4, [{..., 10}], 1) = 10").at(1)), 0, null);
            case "recv" -> receive(number, arguments.count(4, "recv(4, ..., 1000, 0) = 1000").length(2),
                    receiveFlags(arguments, 3));
            case "send" -> send(number, arguments.count(4, "send(4, ..., 1000, 0) = 1000").length(2),
                    sendFlags(arguments, 3), null);
            case "recvfrom" ->
                receive(number, arguments.count(6, "recvfrom(4, ..., 1000, 0, ..., ...) = 1000").length(2),
                        receiveFlags(arguments, 3));
            default -> send(number, arguments.count(6, "sendto(4, ..., 1000, 0, ..., ...) = 1000").length(2),
                    sendFlags(arguments, 3), Arguments.endpoint(arguments.at(4),
                            new Endpoint(program.plan().remote(), program.plan().remotePort())));
        };
    }

    /** The flags of a call that sends. */
    int sendFlags(Arguments arguments, int index) throws ScriptException, UnsupportedException {
        return flags(arguments, index, SEND_FLAGS);
    }

    /** The flags of a call that receives. */
    int receiveFlags(Arguments arguments, int index) throws ScriptException, UnsupportedException {
        return flags(arguments, index, RECEIVE_FLAGS);
    }

    private static int flags(Arguments arguments, int index, int known) throws ScriptException, UnsupportedException {
        int flags = arguments.integer(index);
        if ((flags & ~known) != 0) {
            throw new UnsupportedException(arguments.at(index).position(), "the flags "
                    + (arguments.at(index) instanceof Expression.Flags named ? String.join("|", named.names())
                            : "0x" + Integer.toHexString(flags))
                    + " of " + arguments.name());
        }
        return flags;
    }

    /** The bytes that the pieces <code>[{..., 10}, {..., 20}]</code> hold together. */
    static int total(Expression pieces) throws ScriptException, UnsupportedException {
        if (!(pieces instanceof Expression.Items items)) {
            throw new ScriptException(pieces.position(), "a list of buffers was expected here; write [{..., 1000}]");
        }
        long total = 0;
        for (Expression piece : items.items()) {
            if (!(piece instanceof Expression.Structure structure) || structure.fields().size() != 2) {
                throw new ScriptException(piece.position(), "a buffer was expected here; write {..., 1000}");
            }
            long length = Arguments.number(structure.fields().get(1).value());
            if (length < 0 || (total += length) > Integer.MAX_VALUE) {
                throw new ScriptException(piece.position(), length + " is no length; write a number of bytes from 0");
            }
        }
        return (int) total;
    }

    // Sending

    Attempt send(long number, int length, int flags, @Nullable Endpoint remote) {
        int[] done = new int[1];
        return () -> SystemCalls.onSocket(program, number, open -> switch (open.socket()) {
            case DatagramSocket datagram -> {
                datagram.send(Pattern.bytes(0, length), remote, TestBed.ORIGIN);
                yield Result.of(length);
            }
            case StreamSocket stream -> send(open, stream, length, flags, done);
        });
    }

    private static @Nullable Result send(Descriptor.Open open, StreamSocket stream, int length, int flags, int[] done)
            throws SocketError {
        if (!open.hasPeer()) {
            return Result.error("EPIPE");
        }
        if (open.isAwaitingRoom() && stream.isConnected() && !stream.isWritable()) {
            return null;
        }
        open.awaitRoom(false);
        try {
            int left = length - done[0];
            int taken = hand(stream, Pattern.bytes(open.written() + 1, left), flags);
            open.wrote(taken);
            done[0] += taken;
        } catch (SocketError e) {
            if (done[0] == 0) {
                throw e;
            }
            return Result.of(done[0]);
        }
        boolean waits = !open.isNonBlocking() && (flags & Constants.MSG_DONTWAIT) == 0;
        if (done[0] < length && waits) {
            open.awaitRoom(true);
            return null;
        }
        return done[0] > 0 || length == 0 ? Result.of(done[0]) : Result.error("EAGAIN");
    }

    private static int hand(StreamSocket stream, byte[] bytes, int flags) throws SocketError {
        if ((flags & Constants.MSG_OOB) != 0) {
            return stream.sendUrgent(bytes, 0, bytes.length, TestBed.ORIGIN);
        } else if ((flags & Constants.MSG_MORE) != 0) {
            return stream.sendPart(bytes, 0, bytes.length, TestBed.ORIGIN);
        }
        return (flags & Constants.MSG_EOR) != 0 ? stream.sendRecord(bytes, 0, bytes.length, TestBed.ORIGIN)
                : stream.send(bytes, 0, bytes.length, TestBed.ORIGIN);
    }

    // Receiving

    Attempt receive(long number, int length, int flags) {
        int[] done = new int[1];
        return () -> SystemCalls.onSocket(program, number, open -> switch (open.socket()) {
            case DatagramSocket datagram -> receive(open, datagram, length, flags);
            case StreamSocket stream -> receive(open, stream, length, flags, done);
        });
    }

    private static @Nullable Result receive(Descriptor.Open open, DatagramSocket datagram, int length, int flags)
            throws SocketError {
        var next = datagram.receive();
        if (next.isPresent()) {
            return Result.of(Math.min(length, next.get().bytes().length));
        }
        return mayWait(open, flags) ? null : Result.error("EAGAIN");
    }

    private static boolean mayWait(Descriptor.Open open, int flags) {
        return !open.isNonBlocking() && (flags & Constants.MSG_DONTWAIT) == 0;
    }

    private @Nullable Result receive(Descriptor.Open open, StreamSocket stream, int length, int flags, int[] done)
            throws SocketError, Mismatch {
        if ((flags & Constants.MSG_OOB) != 0) {
            OptionalInt urgent = stream.receiveUrgent();
            open.outOfStep();
            return urgent.isPresent() ? Result.of(1) : Result.error("EAGAIN");
        } else if ((flags & Constants.MSG_PEEK) != 0) {
            byte[] seen = new byte[Math.min(length, Math.max(stream.available(), 1))];
            int there = stream.peek(seen, 0, seen.length);
            check(open, seen, Math.max(there, 0));
            return there == 0 && length > 0 ? mayWait(open, flags) ? null : Result.error("EAGAIN")
                    : Result.of(Math.max(there, 0));
        }
        if (stream.hasUrgent()) {
            open.outOfStep();
        }
        byte[] buffer = new byte[Math.min(length - done[0], Math.max(stream.available(), 1))];
        int got = stream.receive(buffer, 0, buffer.length);
        if (got > 0) {
            check(open, buffer, got);
            open.read(got);
            done[0] += got;
        }
        boolean all = (flags & Constants.MSG_WAITALL) != 0 && got >= 0 && done[0] < length;
        if (got < 0 || length == 0 || done[0] > 0 && !(all && mayWait(open, flags))) {
            return Result.of(done[0]);
        }
        return mayWait(open, flags) ? null : Result.error("EAGAIN");
    }

    private void check(Descriptor.Open open, byte[] bytes, int length) throws Mismatch {
        long place = open.place(program.remoteStart());
        int right = Pattern.matching(bytes, 0, length, place);
        if (right < length && !open.isOutOfStep()) {
            throw new Mismatch(program.here(),
                    "expected to read the bytes that were sent, got others from sequence number "
                            + (place + right) + " on");
        }
    }
}
