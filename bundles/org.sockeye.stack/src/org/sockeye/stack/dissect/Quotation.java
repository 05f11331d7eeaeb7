package org.sockeye.stack.dissect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.FieldValue;
import org.sockeye.stack.wire.IcmpMessage;
import org.sockeye.stack.wire.Icmpv6Message;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Header;
import org.sockeye.stack.wire.Ipv6Chain;
import org.sockeye.stack.wire.Ipv6Header;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.UdpHeader;

/**
 * The first bytes of the datagram that an ICMP error is about. Their fields belong to the error's envelope: the frame
 * carries no datagram of that transport, only the memory of one.
 */
final class Quotation {

    private static final int UNVERIFIED = 2;

    private final byte[] frame;
    private final int end;
    private final List<FieldValue> fields = new ArrayList<>();
    private int payload;

    private Quotation(byte[] frame, int offset, int length) {
        this.frame = frame;
        this.end = offset + length;
        this.payload = offset;
    }

    /** What an error of ICMP quotes. */
    static Quotation ofIpv4(byte[] frame, int offset, int length) {
        Quotation quotation = new Quotation(frame, offset, length);
        Ipv4Header.parseQuoted(frame, offset, length).ifPresent(header -> {
            Envelope envelope = header.describe(frame, offset);
            quotation.fields.addAll(
                    Unwrapping.withStatus(envelope, "ip.checksum", "ip.checksum.status").fields());
            quotation.payload = offset + header.headerLength();
            if (header.fragmentOffset() == 0) {
                quotation.transport(header.protocol(), header.source(), header.destination());
            }
        });
        return quotation;
    }

    /** What an error of ICMPv6 quotes. */
    static Quotation ofIpv6(byte[] frame, int offset, int length) {
        Quotation quotation = new Quotation(frame, offset, length);
        Ipv6Header.parseQuoted(frame, offset, length).ifPresent(header -> {
            Ipv6Chain chain = Ipv6Chain.walk(frame, offset, header.nextHeader(), offset + length);
            quotation.fields.addAll(header.describe(frame, offset, chain).fields());
            quotation.payload = chain.offset();
            if (!chain.cut() && !chain.isPart()) {
                quotation.transport(chain.protocol(), header.source(), header.destination());
            }
        });
        return quotation;
    }

    List<FieldValue> fields() {
        return fields;
    }

    /** Where the bytes of a program begin, behind all headers; at or behind the end if none are quoted. */
    int payload() {
        return payload;
    }

    private void transport(int protocol, IpAddress source, IpAddress destination) {
        // RFC 792 promises the first eight bytes only.
        if (end - payload < UdpHeader.LENGTH) {
            return;
        }
        switch (protocol) {
            case UdpHeader.PROTOCOL -> udp(source, destination);
            case TcpHeader.PROTOCOL -> tcp(source, destination);
            case IcmpMessage.PROTOCOL -> echo("icmp.checksum", "icmp.type", "icmp.code", "icmp.checksum",
                    "icmp.ident", "icmp.seq");
            case Icmpv6Message.PROTOCOL -> echo("icmpv6.checksum", "icmpv6.type", "icmpv6.code", "icmpv6.checksum",
                    "icmpv6.echo.identifier", "icmpv6.echo.sequence_number");
            default -> {
                // Nothing is known about it.
            }
        }
    }

    private void read(String... names) {
        for (String name : names) {
            fields.add(FieldCatalogue.read(name, frame, payload));
        }
    }

    private void udp(IpAddress source, IpAddress destination) {
        read("udp.srcport", "udp.dstport", "udp.length", "udp.checksum");
        Optional<UdpHeader> whole = UdpHeader.parse(frame, payload, end - payload);
        fields.add(Unwrapping.status("udp.checksum.status", whole.map(header -> header.checksum() == 0 ? 3
                : header.verify(source, destination, frame, payload) ? 1 : 0).orElse(UNVERIFIED)));
        payload += UdpHeader.LENGTH;
        addPayload("udp.payload");
    }

    private void addPayload(String name) {
        if (payload < end) {
            fields.add(Derived.payload(name, frame, payload, end - payload));
        }
    }

    private void tcp(IpAddress source, IpAddress destination) {
        int length = end - payload;
        Optional<TcpHeader> whole = TcpHeader.parse(frame, payload, length);
        if (whole.isPresent()) {
            fields.addAll(TcpDissector.quoted(frame, whole.get(), payload, length, source, destination));
            payload += whole.get().headerLength();
            addPayload("tcp.payload");
        } else {
            read("tcp.srcport", "tcp.dstport");
            fields.add(TcpDissector.beside(FieldCatalogue.read("tcp.seq_raw", frame, payload), TcpFields.SEQUENCE));
            payload = end;
        }
    }

    private void echo(String checksum, String... names) {
        for (String name : names) {
            read(name);
            if (name.equals(checksum)) {
                fields.add(Unwrapping.status(checksum + ".status", UNVERIFIED));
            }
        }
        payload += IcmpMessage.LENGTH;
    }
}
