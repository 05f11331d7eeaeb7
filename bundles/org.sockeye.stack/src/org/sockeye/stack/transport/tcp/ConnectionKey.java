package org.sockeye.stack.transport.tcp;

import org.sockeye.stack.wire.Endpoint;

/**
 * What names a connection on one host (RFC 9293, section 3.3.1).
 *
 * @param local this end
 * @param remote the peer
 */
record ConnectionKey(Endpoint local, Endpoint remote) {

    @Override
    public String toString() {
        return local + " → " + remote;
    }
}
