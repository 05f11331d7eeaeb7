package org.sockeye.stack.transport.tcp;

import java.util.function.Supplier;
import org.sockeye.stack.transport.tcp.congestion.CongestionControl;
import org.sockeye.stack.transport.tcp.congestion.NewReno;

/**
 * What may be tuned about TCP on a host. Times are in nanoseconds.
 *
 * @param sendBuffer bytes of send buffer that a new socket has
 * @param receiveBuffer bytes of receive buffer that a new socket has
 * @param windowScale the scale offered as long as the program does not choose a receive buffer
 * @param synRetries how often a SYN is sent again before the attempt fails
 * @param synAckRetries how often a SYN-ACK is sent again before the attempt is forgotten
 * @param retries how often data is sent again before the connection fails
 * @param orphanRetries the same once the program has closed the socket
 * @param delayedAck how long an acknowledgment may wait for company
 * @param quickAcks how many of a connection's first acknowledgments do not wait
 * @param timeWait how long a connection stays in TIME-WAIT: twice the maximum segment lifetime
 * @param finWait how long a closed socket waits in FIN-WAIT-2 for the peer's FIN
 * @param keepAliveIdle after how long a silence the first keep-alive probe is sent
 * @param keepAliveInterval how long a probe waits for an answer
 * @param keepAliveProbes how many are sent before the connection fails
 * @param congestion makes the congestion control of a connection
 */
public record TcpSettings(int sendBuffer, int receiveBuffer, int windowScale, int synRetries, int synAckRetries,
        int retries,
        int orphanRetries, long delayedAck, int quickAcks, long timeWait, long finWait, long keepAliveIdle,
        long keepAliveInterval, int keepAliveProbes, Supplier<CongestionControl> congestion) {

    private static final long SECOND = 1_000_000_000L;

    /** As Linux is set up when nobody has tuned it. */
    public static final TcpSettings LINUX = new TcpSettings(87040, 65536, 7, 6, 5, 15, 8, SECOND / 25, 16, 60 * SECOND,
            60 * SECOND, 7200 * SECOND, 75 * SECOND, 9, NewReno::new);
}
