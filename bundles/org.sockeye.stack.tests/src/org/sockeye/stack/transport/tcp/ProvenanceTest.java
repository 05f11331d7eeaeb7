package org.sockeye.stack.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.SocketOption;
import org.sockeye.stack.trace.MessageSlice;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.transport.tcp.Wire.Fate;

/** Each segment knows which bytes of which messages it carries. */
class ProvenanceTest {

    private final Wire wire = new Wire();
    private final List<String> carried = new ArrayList<>();

    private Wire.Pair connected() throws SocketError {
        Wire.Pair pair = wire.connected();
        wire.rule = segment -> {
            if (segment.fromClient() && !segment.content().messages().isEmpty()) {
                StringBuilder line = new StringBuilder();
                for (MessageSlice slice : segment.content().messages()) {
                    line.append(slice.message().origin().line()).append('[').append(slice.messageOffset()).append('+')
                            .append(slice.length()).append("]@").append(slice.offset()).append(' ');
                }
                carried.add(line.toString().strip());
            }
            return Fate.PASS;
        };
        return pair;
    }

    private static void sendFromLine(Wire.Pair pair, int line, int length) throws SocketError {
        Origin origin = new Origin("client", "TcpClient", "main", "TcpClient", "TcpClient.java", line);
        assertEquals(length, pair.client().send(new byte[length], 0, length, origin));
    }

    @Test
    void aLongMessageIsCarriedInPieces() throws SocketError {
        Wire.Pair pair = connected();
        sendFromLine(pair, 13, 3000);
        wire.runTo(35);

        assertEquals(List.of("13[0+1460]@20", "13[1460+1460]@20", "13[2920+80]@20"), carried);
    }

    @Test
    void shortMessagesThatNagleKeptBackTravelTogether() throws SocketError {
        Wire.Pair pair = connected();
        sendFromLine(pair, 1, 10);
        sendFromLine(pair, 2, 20);
        sendFromLine(pair, 3, 30);
        wire.runTo(100);

        assertEquals(List.of("1[0+10]@20", "2[0+20]@20 3[0+30]@40"), carried);
    }

    @Test
    void aRetransmissionCarriesTheSameInFewerSegments() throws SocketError {
        Wire.Pair pair = connected();
        Wire.Rule noting = wire.rule;
        wire.rule = segment -> {
            noting.fate(segment);
            return wire.events.now() < 100 * Wire.MILLISECOND ? Fate.DROP : Fate.PASS;
        };
        pair.client().set(SocketOption.NO_DELAY, 1);
        sendFromLine(pair, 1, 10);
        sendFromLine(pair, 2, 20);
        wire.runTo(1000);

        assertEquals(List.of("1[0+10]@20", "2[0+20]@20", "1[0+10]@20 2[0+20]@30"), carried);
    }

    @Test
    void aMessageIsAsLongAsWhatWasTaken() throws SocketError {
        Wire.Pair pair = connected();
        pair.client().set(SocketOption.SEND_BUFFER, 5000);
        List<MessageSlice> slices = new ArrayList<>();
        wire.rule = segment -> {
            slices.addAll(segment.content().messages());
            return Fate.PASS;
        };
        int taken = pair.client().send(new byte[60_000], 0, 60_000, Wire.origin("client"));
        assertTrue(taken < 60_000);
        wire.runTo(100);

        assertTrue(slices.stream().allMatch(slice -> slice.message().length() == taken));
        assertEquals(30 * Wire.MILLISECOND, slices.getFirst().message().time());
    }

    @Test
    void acknowledgmentsCarryNothing() throws SocketError {
        Wire.Pair pair = connected();
        Wire.send(pair.server(), "hello");
        wire.runTo(100);

        assertEquals(List.of(), carried);
    }
}
