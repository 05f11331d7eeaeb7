package org.sockeye.stack.dissect;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.sockeye.stack.application.DhcpDissector;
import org.sockeye.stack.application.DhcpMessage;
import org.sockeye.stack.application.DnsMessage;
import org.sockeye.stack.application.HttpDissector;
import org.sockeye.stack.application.PlainDissector;
import org.sockeye.stack.application.SmtpDissector;
import org.sockeye.stack.application.TlsDissector;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.Layer;

/** What programs say: DNS, DHCP and SMTP by their ports, HTTP and TLS by what they look like, all else as text or data. */
final class ApplicationDissector {

    private ApplicationDissector() {
    }

    static void datagram(Unwrapping to, int sourcePort, int destinationPort, int offset, int length) {
        if (isDns(sourcePort, destinationPort)) {
            DnsInfo.unwrap(to, offset, length, 0);
        } else if (isDhcp(sourcePort, destinationPort) && dhcp(to, offset, length)) {
            return;
        } else if (length > 0) {
            to.add(data(Layer.APPLICATION, to.frame, offset, length));
        }
    }

    static void stream(Unwrapping to, int sourcePort, int destinationPort, int offset, int length) {
        if (length == 0 || isDns(sourcePort, destinationPort) && DnsInfo.stream(to, offset, length)) {
            return;
        }
        boolean modern = to.context.manner() == Manner.TLS_1_3;
        Optional<Envelope> said = TlsDissector.describe(to.frame, offset, length, modern);
        if (said.isPresent()) {
            add(to, modern ? "TLSv1.3" : version(to.frame[offset + 2]), said.get(), offset + length);
        } else if (Dialogue.isMail(sourcePort) || Dialogue.isMail(destinationPort)) {
            mail(to, Dialogue.isMail(sourcePort), offset, length);
        } else {
            http(to, offset, length);
        }
    }

    /** Messages one behind the other, as programs send that do not wait for answers. */
    private static void http(Unwrapping to, int offset, int length) {
        int at = offset;
        int end = offset + length;
        Optional<Envelope> http = HttpDissector.describe(to.frame, at, length);
        while (http.isPresent()) {
            to.protocol = "HTTP";
            to.info = at == offset ? http.get().summary() : to.info;
            to.add(http.get());
            at = http.get().offset() + http.get().headerLength() + http.get().payloadLength();
            http = at == end ? Optional.empty() : HttpDissector.describe(to.frame, at, end - at);
        }
        if (at < end) {
            to.add(data(Layer.APPLICATION, to.frame, at, end - at));
        }
    }

    private static void mail(Unwrapping to, boolean fromServer, int offset, int length) {
        to.protocol = "SMTP";
        Optional<Envelope> lines = to.context.manner() == Manner.MAIL_TEXT ? Optional.empty()
                : SmtpDissector.describe(to.frame, offset, length, fromServer);
        if (lines.isPresent()) {
            add(to, "SMTP", lines.get(), offset + length);
        } else {
            to.info = (fromServer ? "S: " : "C: DATA fragment, ") + length + " bytes";
            to.add(new Envelope(Layer.APPLICATION, "SMTP", "smtp", to.info, offset, length, 0, 0,
                    List.of(), List.of()));
        }
    }

    /** Adds what has been understood, and what follows it up to {@code end} as data. */
    private static void add(Unwrapping to, String protocol, Envelope said, int end) {
        to.protocol = protocol;
        to.info = said.summary();
        to.add(said);
        int rest = said.offset() + said.headerLength();
        if (rest < end) {
            to.add(data(Layer.APPLICATION, to.frame, rest, end - rest));
        }
    }

    private static String version(int minor) {
        return minor == 0 ? "SSLv3" : minor == 1 ? "TLSv1" : "TLSv1." + (minor - 1);
    }

    private static boolean dhcp(Unwrapping to, int offset, int length) {
        Optional<DhcpMessage> message = DhcpMessage.parse(to.frame, offset, length);
        DhcpDissector.describe(to.frame, offset, length).ifPresent(envelope -> {
            to.add(envelope);
            to.protocol = "DHCP";
            to.info = String.format("DHCP %-8s - Transaction ID 0x%s",
                    DhcpMessage.typeName(message.orElseThrow().type()),
                    trimmed(message.orElseThrow().transaction()));
        });
        return message.isPresent();
    }

    private static String trimmed(int number) {
        return HexFormat.of().toHexDigits(number).replaceFirst("^0+(?=.)", "");
    }

    private static boolean isDhcp(int sourcePort, int destinationPort) {
        return is(sourcePort, DhcpMessage.SERVER_PORT, DhcpMessage.CLIENT_PORT)
                && is(destinationPort, DhcpMessage.SERVER_PORT, DhcpMessage.CLIENT_PORT);
    }

    private static boolean is(int port, int one, int other) {
        return port == one || port == other;
    }

    private static boolean isDns(int sourcePort, int destinationPort) {
        return sourcePort == DnsMessage.PORT || destinationPort == DnsMessage.PORT;
    }

    /** Bytes of which is known whose they are, but not what they mean here. */
    static Envelope closed(Layer layer, String protocol, byte[] frame, int offset, int length) {
        Envelope data = data(layer, frame, offset, length);
        return new Envelope(layer, protocol, "data", data.summary(), offset, length, 0, 0, List.of(), List.of());
    }

    static Envelope data(Layer layer, byte[] frame, int offset, int length) {
        return PlainDissector.describe(layer, frame, offset, length);
    }
}
