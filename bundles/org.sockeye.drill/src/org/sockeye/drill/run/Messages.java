package org.sockeye.drill.run;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockeye.drill.script.Expression;
import org.sockeye.drill.script.ScriptException;
import org.sockeye.drill.script.UnsupportedException;
import org.sockeye.stack.socket.StreamSocket;

/** sendmsg and recvmsg. */
final class Messages {

    private final Program program;
    private final Transfers transfers;

    Messages(Program program, Transfers transfers) {
        this.program = program;
        this.transfers = transfers;
    }

    Attempt prepare(Arguments arguments) throws ScriptException, UnsupportedException {
        arguments.count(3,
                arguments.name() + "(4, {msg_name(...)=..., msg_iov(1)=[{..., 1000}], msg_flags=0}, 0) = 1000");
        long number = arguments.number(0);
        if (!(arguments.at(1) instanceof Expression.Structure message)) {
            throw new ScriptException(arguments.at(1).position(),
                    "a message was expected here; write {msg_name(...)=..., msg_iov(1)=[{..., 1000}], msg_flags=0}");
        }
        Expression pieces = message.field("msg_iov").orElseThrow(
                () -> new ScriptException(message.position(),
                        "the message has no buffers; write msg_iov(1)=[{..., 1000}]"));
        int length = Transfers.total(pieces);
        if (arguments.name().equals("sendmsg")) {
            if (message.field("msg_control").isPresent()) {
                throw new UnsupportedException(message.position(), "control data of sendmsg");
            }
            return transfers.send(number, length, transfers.sendFlags(arguments, 2), null);
        }
        Optional<Long> queue = queueExpected(message);
        Attempt receive = transfers.receive(number, length, transfers.receiveFlags(arguments, 2));
        return () -> {
            @Nullable Result result = receive.now();
            Descriptor.Open open = program.descriptors().socket(number);
            if (result != null && result.errno().isEmpty() && open != null) {
                check(open, queue, message);
            }
            return result;
        };
    }

    /** What the control data must say about bytes left to read (TCP_CM_INQ), if it must say anything. */
    private static Optional<Long> queueExpected(Expression.Structure message)
            throws ScriptException, UnsupportedException {
        Optional<Expression> control = message.field("msg_control");
        if (control.isEmpty() || control.get() instanceof Expression.Anything) {
            return Optional.empty();
        }
        if (control.get() instanceof Expression.Items items && items.items().size() == 1
                && items.items().get(0) instanceof Expression.Structure entry
                && entry.field("cmsg_type").orElse(null) instanceof Expression.Flags type
                && type.names().equals(List.of("TCP_CM_INQ")) && entry.field("cmsg_data").isPresent()) {
            return Optional.of(Arguments.number(entry.field("cmsg_data").get()));
        }
        throw new UnsupportedException(control.get().position(), "control data other than TCP_CM_INQ");
    }

    private void check(Descriptor.Open open, Optional<Long> queue, Expression.Structure message) throws Mismatch {
        StreamSocket stream = open.stream();
        if (stream == null || queue.isEmpty() && !open.reportsQueue()) {
            return;
        }
        long left = stream.available() + (stream.available() == 0 && stream.isAtEnd() ? 1 : 0);
        if (queue.isEmpty() || !open.reportsQueue() || queue.get() != left) {
            throw new Mismatch(message.position(), "expected " + queue.map(bytes -> "control data TCP_CM_INQ " + bytes)
                    .orElse("no control data") + ", got " + (open.reportsQueue() ? "TCP_CM_INQ " + left : "none"));
        }
    }
}
