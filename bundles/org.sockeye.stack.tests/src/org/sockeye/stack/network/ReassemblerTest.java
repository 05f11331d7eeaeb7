package org.sockeye.stack.network;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.Note;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.Ipv4Header;

class ReassemblerTest {

    private static final Ipv4Address FROM = Ipv4Address.of(10, 0, 1, 2);
    private static final Ipv4Address TO = Ipv4Address.of(10, 0, 2, 2);

    private final EventQueue events = new EventQueue();
    private final Trace trace = new Trace();
    private final List<Content> expired = new ArrayList<>();
    private final Reassembler reassembler = new Reassembler("server", events, trace, expired::add);

    /** Fragment of datagram {@code id} with {@code text} at {@code offset}; gives the whole, if that completes it. */
    private String arrives(int id, int offset, String text, boolean more) {
        return arrives(id, offset, text.getBytes(US_ASCII), more).map(whole -> new String(whole.bytes(), US_ASCII))
                .orElse("");
    }

    private Optional<Content> arrives(int id, int offset, byte[] payload, boolean more) {
        Ipv4Header header = Ipv4Header.of(FROM, TO, 17, 64, id, 0).fragment(offset, payload.length, more);
        return reassembler.add(header, Content.of(payload).behind(header.emit()));
    }

    private void noted(String... texts) {
        assertEquals(List.of(texts), trace.notes().stream().map(Note::text).toList());
    }

    @Test
    void anyOrderWillDo() {
        assertEquals("", arrives(1, 16, "cccc", false));
        assertEquals("", arrives(1, 0, "aaaaaaaa", true));
        assertEquals("aaaaaaaabbbbbbbbcccc", arrives(1, 8, "bbbbbbbb", true));
        noted();
    }

    @Test
    void fragmentsOfSeveralDatagramsMayMingle() {
        arrives(1, 0, "aaaaaaaa", true);
        arrives(2, 0, "AAAAAAAA", true);
        assertEquals("AAAAAAAABB", arrives(2, 8, "BB", false));
        assertEquals("aaaaaaaabb", arrives(1, 8, "bb", false));
    }

    @Test
    void aRepeatedFragmentDoesNoHarm() {
        arrives(1, 0, "aaaaaaaa", true);
        arrives(1, 0, "aaaaaaaa", true);
        assertEquals("aaaaaaaabb", arrives(1, 8, "bb", false));
    }

    @Test
    void overlapsLoseTheDatagram() {
        arrives(1, 0, "aaaaaaaaaaaaaaaa", true);
        arrives(1, 8, "bbbbbbbbbbbbbbbb", true);
        noted("dropped at server: overlapping fragments of datagram 0x0001 from 10.0.1.2");
        assertEquals("", arrives(1, 16, "cc", false), "the first piece is gone");
    }

    @Test
    void twoEndsLoseTheDatagram() {
        arrives(1, 16, "end", false);
        arrives(1, 8, "too early", false);
        noted("dropped at server: overlapping fragments of datagram 0x0001 from 10.0.1.2");
    }

    @Test
    void noDatagramGrowsPast65535Bytes() {
        arrives(1, 65528, "12345678", false);
        noted("dropped at server: malformed fragment of datagram 0x0001 from 10.0.1.2");
        assertEquals(Optional.empty(), arrives(2, 0, new byte[0], true));
        assertEquals("", arrives(3, 0, "not a multiple of eight", true));
        assertEquals(3, trace.notes().size());
    }

    @Test
    void onlySoManyMayBeIncomplete() {
        for (int id = 0; id < Reassembler.INCOMPLETE; id++) {
            arrives(id, 0, "aaaaaaaa", true);
        }
        assertEquals("", arrives(1000, 0, "aaaaaaaa", true));
        noted("dropped at server: 64 datagrams are incomplete already");
        assertEquals("aaaaaaaabb", arrives(7, 8, "bb", false), "those that are under way may finish");
    }

    @Test
    void patienceEndsAfterThirtySeconds() {
        arrives(1, 8, "bbbbbbbb", true);
        arrives(2, 0, "aaaaaaaa", true);
        events.runNext();
        events.runNext();
        assertEquals(Reassembler.PATIENCE, events.now());
        assertEquals(1, expired.size(), "only who has sent the beginning is told");
        assertEquals("", arrives(2, 8, "bb", false), "too late");
    }
}
