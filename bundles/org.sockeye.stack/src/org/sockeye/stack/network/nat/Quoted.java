package org.sockeye.stack.network.nat;

import org.jspecify.annotations.Nullable;
import org.sockeye.stack.wire.Checksum;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.IcmpMessage;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.Ipv4Header;

/**
 * An ICMP error, with the datagram that it quotes (RFC 3022, section 4.3; RFC 5508, section 4).
 *
 * @param header of the error itself
 * @param about the header that it quotes
 * @param flow the conversation of the quoted datagram
 * @param bytes the whole
 */
record Quoted(Ipv4Header header, Ipv4Header about, Flow flow, byte[] bytes) {

    /** The error in {@code bytes}; null if there is none, or its checksum is wrong, or nobody can say whom it concerns. */
    static @Nullable Quoted of(Ipv4Header header, byte[] bytes) {
        int message = header.headerLength();
        int length = bytes.length - message;
        int offset = message + IcmpMessage.LENGTH;
        boolean error = header.protocol() == IcmpMessage.PROTOCOL
                && IcmpMessage.parse(bytes, message, length).filter(IcmpMessage::isError).isPresent()
                && IcmpMessage.verify(bytes, message, length);
        Ipv4Header about = error ? Ipv4Header.parseQuoted(bytes, offset, bytes.length - offset).orElse(null) : null;
        Flow flow = about == null ? null : Flow.of(about, bytes, offset).orElse(null);
        return about == null || flow == null ? null : new Quoted(header, about, flow, bytes);
    }

    /** The error for whoever is behind {@code source}, which is put into what it quotes. */
    byte[] withSource(Endpoint source) {
        byte[] changed = bytes.clone();
        quoted(changed).source(source);
        new Rewriting(changed, header, 0).destination(source.address());
        return sealed(changed);
    }

    /** The error with {@code destination} in what it quotes, as sent by {@code sender}. */
    byte[] withDestination(Endpoint destination, IpAddress sender) {
        byte[] changed = bytes.clone();
        quoted(changed).destination(destination);
        new Rewriting(changed, header, 0).source(sender);
        return sealed(changed);
    }

    private Rewriting quoted(byte[] changed) {
        return new Rewriting(changed, about, header.headerLength() + IcmpMessage.LENGTH);
    }

    private byte[] sealed(byte[] changed) {
        int message = header.headerLength();
        changed[message + 2] = 0;
        changed[message + 3] = 0;
        int checksum = new Checksum().add(changed, message, changed.length - message).value();
        changed[message + 2] = (byte) (checksum >> 8);
        changed[message + 3] = (byte) checksum;
        return changed;
    }
}
