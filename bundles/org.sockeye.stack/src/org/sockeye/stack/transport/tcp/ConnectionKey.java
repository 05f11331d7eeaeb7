package org.sockeye.stack.transport.tcp;

import org.jspecify.annotations.Nullable;
import org.sockeye.stack.wire.Endpoint;

/**
 * What names a connection on one host (RFC 9293, section 3.3.1).
 *
 * @param local this end
 * @param remote the peer
 */
record ConnectionKey(Endpoint local, Endpoint remote) {

    // Written out, as connections are looked up for each segment and what the compiler makes of a record is slower.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConnectionKey key && remote.equals(key.remote) && local.equals(key.local);
    }

    @Override
    public int hashCode() {
        return local.hashCode() * 31 + remote.hashCode();
    }

    @Override
    public String toString() {
        return local + " → " + remote;
    }
}
