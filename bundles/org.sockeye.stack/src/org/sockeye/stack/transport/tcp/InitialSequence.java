package org.sockeye.stack.transport.tcp;

import org.sockeye.stack.wire.Endpoint;

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

    private static long mix(long hash, Endpoint endpoint) {
        long mixed = hash;
        for (byte part : endpoint.address().toBytes()) {
            mixed = step(mixed, part);
        }
        return step(mixed, endpoint.port());
    }

    private static long step(long hash, int value) {
        long mixed = (hash ^ value) * 0xbf58476d1ce4e5b9L;
        return mixed ^ mixed >>> 29;
    }
}
