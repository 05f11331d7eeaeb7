package org.sockeye.stack.dissect;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.sockeye.stack.application.DnsDissector;
import org.sockeye.stack.application.DnsMessage;
import org.sockeye.stack.application.DnsQuestion;
import org.sockeye.stack.application.DnsRecord;
import org.sockeye.stack.application.DnsType;
import org.sockeye.stack.wire.Layer;

/** DNS messages within datagrams and segments, and the line that the packet list shows of them. */
final class DnsInfo {

    /** Bytes of length before each message over TCP (RFC 1035, section 4.2.2). */
    private static final int PREFIX = 2;

    private DnsInfo() {
    }

    /** @param prefix bytes of length before the message */
    static void unwrap(Unwrapping to, int offset, int length, int prefix) {
        Optional<DnsMessage> parsed = DnsMessage.parse(to.frame, offset, length);
        if (parsed.isEmpty()) {
            to.malformed(Layer.APPLICATION, "DNS", offset, length,
                    "the DNS message is cut short or contradicts itself");
            return;
        }
        to.add(DnsDissector.describe(parsed.get(), to.frame, offset, length, prefix));
        to.protocol = "DNS";
        to.info = info(parsed.get());
    }

    /** The messages that begin and end in the segment; false if none does, as when it is the middle of a long one. */
    static boolean stream(Unwrapping to, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (end - at >= PREFIX + DnsMessage.HEADER_LENGTH) {
            int size = Outline.number(to.frame, at);
            if (size < DnsMessage.HEADER_LENGTH || size > end - at - PREFIX
                    || DnsMessage.parse(to.frame, at + PREFIX, size).isEmpty()) {
                break;
            }
            unwrap(to, at + PREFIX, size, PREFIX);
            at += PREFIX + size;
        }
        if (at > offset && at < end) {
            to.add(ApplicationDissector.data(Layer.APPLICATION, to.frame, at, end - at));
        }
        return at > offset;
    }

    /** Such as "Standard query response 0x0001 A server A 10.0.2.2". */
    private static String info(DnsMessage message) {
        StringJoiner info = new StringJoiner(" ");
        info.add(operation(message.opcode()) + (message.response() ? " response" : ""))
                .add("0x" + HexFormat.of().toHexDigits((short) message.id()));
        if (message.response() && message.responseCode() != DnsMessage.NO_ERROR) {
            info.add(error(message.responseCode()));
        }
        for (DnsQuestion question : message.questions()) {
            info.add(DnsType.name(question.type())).add(question.name().isEmpty() ? "<Root>" : question.name());
        }
        Stream.of(message.answers(), message.authorities(), message.additional()).flatMap(List::stream)
                .forEach(record -> add(info, record));
        return info.toString();
    }

    private static void add(StringJoiner info, DnsRecord record) {
        info.add(DnsType.name(record.type()));
        if (!record.data().words().isEmpty()) {
            info.add(record.data().words());
        }
    }

    private static String operation(int code) {
        return switch (code) {
            case 0 -> "Standard query";
            case 1 -> "Inverse query";
            case 2 -> "Server status request";
            case 4 -> "Zone change notification";
            case 5 -> "Dynamic update";
            default -> "Unknown operation (" + code + ")";
        };
    }

    private static String error(int code) {
        return switch (code) {
            case DnsMessage.FORMAT_ERROR -> "Format error";
            case DnsMessage.SERVER_FAILURE -> "Server failure";
            case DnsMessage.NO_SUCH_NAME -> "No such name";
            case DnsMessage.NOT_IMPLEMENTED -> "Not implemented";
            case DnsMessage.REFUSED -> "Refused";
            default -> "Unknown error (" + code + ")";
        };
    }
}
