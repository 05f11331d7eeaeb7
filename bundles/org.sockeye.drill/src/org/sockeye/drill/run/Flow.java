package org.sockeye.drill.run;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.wire.IpAddress;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.TcpOption;

/**
 * The one connection that a script is about, and what its numbers mean on the wire: the script counts from 0 where the stack
 * chose an initial sequence number, and has its own clock where the stack has its timestamps.
 */
final class Flow {

    private final int protocol;
    private final IpAddress local;
    private final IpAddress remote;
    private final int remotePort;
    private int localPort;
    private boolean offsetKnown;
    private boolean over;
    private int offset;
    private TcpOption.@Nullable Timestamps firstScripted;
    private TcpOption.@Nullable Timestamps firstSent;
    private final Map<Integer, Integer> sentByScripted = new HashMap<>();

    /** A flow whose local port is 0 until it is known. */
    Flow(int protocol, IpAddress local, int localPort, IpAddress remote, int remotePort) {
        this.protocol = protocol;
        this.local = local;
        this.localPort = localPort;
        this.remote = remote;
        this.remotePort = remotePort;
    }

    int protocol() {
        return protocol;
    }

    IpAddress local() {
        return local;
    }

    IpAddress remote() {
        return remote;
    }

    int localPort() {
        return localPort;
    }

    int remotePort() {
        return remotePort;
    }

    /** True if a datagram of the host belongs to it; its port is learned from the first one. */
    boolean owns(Datagram datagram) {
        byte[] segment = datagram.payload();
        if (datagram.protocol() != protocol || !datagram.destination().equals(remote) || segment.length < 8
                || port(segment, 2) != remotePort) {
            return false;
        }
        if (localPort == 0) {
            localPort = port(segment, 0);
        }
        return datagram.source().equals(local) && port(segment, 0) == localPort;
    }

    private static int port(byte[] segment, int at) {
        return (segment[at] & 0xff) << 8 | segment[at + 1] & 0xff;
    }

    /** Learns from a SYN which number the stack starts at, which the script calls {@code scripted}. */
    void learn(TcpHeader header, long scripted) {
        if (header.has(TcpHeader.SYN) && (!offsetKnown || over)) {
            offset = header.sequence() - (int) scripted;
            offsetKnown = true;
            over = false;
        }
    }

    /** The connection is done for: what follows may be another one with numbers of its own. */
    void finished() {
        over = true;
    }

    /** The number on the wire of what the script calls {@code scripted}, in the stack's own sequence. */
    int toWire(long scripted) {
        return (int) scripted + offset;
    }

    /** What the script calls a number of the stack's sequence. */
    int toScript(int wire) {
        return wire - offset;
    }

    /** Remembers which clock reading the script means by one that it expects. */
    void clock(TcpOption.Timestamps scripted, TcpOption.Timestamps sent) {
        sentByScripted.put(scripted.value(), sent.value());
        if (firstSent == null) {
            firstScripted = scripted;
            firstSent = sent;
        }
    }

    /** The reading as the script would write it, if its clock and the stack's go equally fast. */
    int readingToScript(int sent) {
        TcpOption.Timestamps first = firstSent;
        TcpOption.Timestamps scripted = firstScripted;
        return first == null || scripted == null ? sent : scripted.value() + (sent - first.value());
    }

    /** What was sent where the script says {@code scripted}; null if nothing was. */
    @Nullable
    Integer readingToWire(int scripted, boolean scaled) {
        Integer exact = sentByScripted.get(scripted);
        TcpOption.Timestamps first = firstSent;
        TcpOption.Timestamps named = firstScripted;
        if (exact == null && scaled && first != null && named != null) {
            return scripted - named.value() + first.value();
        }
        return exact;
    }
}
