package org.sockeye.stack.dissect;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.sockeye.stack.application.DnsMessage;
import org.sockeye.stack.application.HttpDissector;
import org.sockeye.stack.application.PlainDissector;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.FieldValue;
import org.sockeye.stack.wire.Layer;

/** What programs say: DNS by its port, HTTP by what it looks like, all else as text or data. */
final class ApplicationDissector {

    private ApplicationDissector() {
    }

    static void datagram(Unwrapping to, int sourcePort, int destinationPort, int offset, int length) {
        if (sourcePort == DnsMessage.PORT || destinationPort == DnsMessage.PORT) {
            dns(to, offset, length);
        } else if (length > 0) {
            to.add(data(Layer.APPLICATION, to.frame, offset, length));
        }
    }

    static void stream(Unwrapping to, int offset, int length) {
        if (length == 0) {
            return;
        }
        Optional<Envelope> http = HttpDissector.describe(to.frame, offset, length);
        if (http.isPresent()) {
            to.protocol = "HTTP";
            to.info = http.get().summary();
        }
        to.add(http.orElseGet(() -> data(Layer.APPLICATION, to.frame, offset, length)));
    }

    static Envelope data(Layer layer, byte[] frame, int offset, int length) {
        return PlainDissector.describe(layer, frame, offset, length);
    }

    private static void dns(Unwrapping to, int offset, int length) {
        Optional<DnsMessage> parsed = DnsMessage.parse(to.frame, offset, length);
        if (parsed.isEmpty()) {
            to.malformed(Layer.APPLICATION, "DNS", offset, length,
                    "the DNS message is cut short or contradicts itself");
            return;
        }
        Envelope envelope = parsed.get().describe(to.frame, offset, length);
        to.add(envelope);
        to.protocol = envelope.protocol();
        to.info = info(parsed.get(), envelope.fields());
    }

    /** Such as "Standard query response 0x0001 A server A 10.0.2.2". */
    private static String info(DnsMessage message, List<FieldValue> fields) {
        StringJoiner info = new StringJoiner(" ");
        info.add("Standard query" + (message.response() ? " response" : ""))
                .add("0x" + HexFormat.of().toHexDigits((short) message.id()));
        if (message.responseCode() == DnsMessage.NO_SUCH_NAME) {
            info.add("No such name");
        } else if (message.responseCode() != DnsMessage.NO_ERROR) {
            info.add("Error " + message.responseCode());
        }
        String name = "";
        for (FieldValue field : fields) {
            switch (field.field().name()) {
                case "dns.qry.name" -> name = field.text();
                case "dns.qry.type" -> info.add(meaning(field)).add(name);
                case "dns.resp.type" -> info.add(meaning(field));
                case "dns.a", "dns.ptr.domain_name" -> info.add(field.text());
                default -> {
                }
            }
        }
        return info.toString();
    }

    /** Of "1 (A)", the words in the brackets. */
    private static String meaning(FieldValue field) {
        String text = field.text();
        int open = text.indexOf('(');
        return open < 0 ? text : text.substring(open + 1, text.length() - 1);
    }
}
