package org.sockeye.stack.transport.tcp;

import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.IpAddress;

/**
 * Initial sequence numbers (RFC 9293, section 3.4.1; RFC 6528): unpredictable from one connection to another, yet rising
 * with time for each pair of endpoints, so that a new connection's numbers are beyond those of an old one.
 */
final class InitialSequence {

    private static final int NANOSECONDS_PER_STEP = 64;

    private final long secret;

    InitialSequence(long secret) {
        this.secret = secret;
    }

    int next(ConnectionKey key, long now) {
        long mixed = mix(mix(secret, key.local()), key.remote());
        return (int) (mixed >>> 32) + (int) (now / NANOSECONDS_PER_STEP);
    }

    /**
     * The first timestamp of two hosts' connections, so that the timestamps of one connection are later than those of an
     * earlier one, whatever their ports (RFC 7323, section 5.4).
     */
    int timestampOffset(ConnectionKey key) {
        return (int) (mix(mix(~secret, key.local().address()), key.remote().address()) >>> 32);
    }

    private static long mix(long hash, Endpoint endpoint) {
        return step(mix(hash, endpoint.address()), endpoint.port());
    }

    private static long mix(long hash, IpAddress address) {
        long mixed = hash;
        for (byte part : address.toBytes()) {
            mixed = step(mixed, part);
        }
        return mixed;
    }

    private static long step(long hash, int value) {
        long mixed = (hash ^ value) * 0xbf58476d1ce4e5b9L;
        return mixed ^ mixed >>> 29;
    }
}
