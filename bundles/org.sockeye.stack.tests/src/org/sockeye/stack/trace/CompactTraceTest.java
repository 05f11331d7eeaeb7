package org.sockeye.stack.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.time.Randomness;

/** What goes into a trace comes out again, whatever happened to it on its way, and takes little room meanwhile. */
class CompactTraceTest {

    private static final int PAYLOAD = 1448;
    private static final int HEADERS = 66;
    private static final int FCS = 4;
    private static final LinkEnd CLIENT = new LinkEnd("client", "eth0");
    private static final LinkEnd SERVER = new LinkEnd("server", "eth0");

    private final RandomGenerator random = new Randomness(1).stream("bytes");
    private final Trace trace = new Trace(0);
    private final List<TracedFrame> expected = new ArrayList<>();
    private final byte[] headers = bytes(HEADERS);

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A frame around some of a message, as a TCP would send it: addresses stay, numbers and checksums change. */
    private Content frame(byte[] data, Message message, int from, int length) {
        byte[] frame = Arrays.copyOf(headers, HEADERS + length + FCS);
        for (int changing : new int[] { 18, 19, 24, 25, 40, 41, 42, 43, 50, 51, 58, 59, 60, 61 }) {
            frame[changing] = (byte) random.nextInt();
        }
        System.arraycopy(data, from, frame, HEADERS, length);
        return new Content(sealed(frame), List.of(new MessageSlice(message, from, length, HEADERS)));
    }

    private byte[] sealed(byte[] frame) {
        for (int i = frame.length - FCS; i < frame.length; i++) {
            frame[i] = (byte) random.nextInt();
        }
        return frame;
    }

    private Content sent(Content content) {
        long time = expected.size() * 1000L;
        TracedFrame frame = trace.sent(time, time + 1_234_567, CLIENT, SERVER, content, null);
        expected.add(frame);
        return content.arrivedIn(frame.number());
    }

    /** What a router changes: addresses of the link, TTL, checksums. */
    private Content routed(Content content) {
        byte[] bytes = content.bytes().clone();
        System.arraycopy(bytes(12), 0, bytes, 0, 12);
        bytes[22]--;
        bytes[24]++;
        return content.changed(sealed(bytes));
    }

    private Message message(int length) {
        return trace.message(expected.size(), Origin.stack("client"), length);
    }

    @Test
    void payloadIsKeptOnceForAllHopsAndRetransmissions() {
        byte[] data = bytes(64 * PAYLOAD);
        Message message = message(data.length);
        for (int transmission = 0; transmission < 3; transmission++) {
            for (int segment = 0; segment < 64; segment++) {
                Content hop = sent(frame(data, message, segment * PAYLOAD, PAYLOAD));
                sent(sent(routed(sent(sent(hop)))));
            }
        }
        assertEquals(expected, trace.frames());
        long beside = trace.size() - data.length;
        assertTrue(beside < 60L * expected.size(), () -> beside / expected.size() + " bytes a hop-packet");
    }

    @Test
    void retransmissionsThatAreCutElsewhereShareThePayloadToo() {
        byte[] data = bytes(40_000);
        byte[] other = bytes(40_000);
        Message message = message(data.length);
        Message beside = message(other.length);
        for (int at = 0; at < data.length; at += 1000) {
            sent(frame(data, message, at, 1000));
            sent(frame(other, beside, at, 1000));
        }
        for (int at = 0; at < data.length; at += 800) {
            sent(frame(data, message, at, 800));
        }
        sent(frame(data, message, 500, 39_000));
        assertEquals(expected, trace.frames());
        assertTrue(trace.size() < 80_000 + 140L * expected.size(), () -> trace.size() + " bytes");
    }

    @Test
    void whatIsDamagedTaggedTranslatedOrCutComesOutAsItWas() {
        byte[] data = bytes(20_000);
        Message message = message(data.length);
        for (int round = 0; round < 300; round++) {
            int from = random.nextInt(data.length - PAYLOAD);
            Content hop = sent(frame(data, message, from, random.nextInt(PAYLOAD)));
            byte[] damaged = hop.bytes().clone();
            damaged[random.nextInt(damaged.length)] ^= 4;
            sent(hop.changed(damaged));
            hop = sent(tagged(sent(routed(hop))));
            hop = sent(routed(hop));
            int cut = random.nextInt(hop.bytes().length);
            sent(hop.part(0, cut));
            sent(hop.part(cut, hop.bytes().length - cut).behind(bytes(34)));
        }
        assertEquals(expected, trace.frames());
    }

    private Content tagged(Content content) {
        byte[] bytes = Arrays.copyOf(content.bytes(), content.bytes().length + 4);
        System.arraycopy(bytes, 12, bytes, 16, content.bytes().length - 12);
        return content.wrapped(sealed(bytes), 4);
    }

    @Test
    void payloadOfNoProgramIsSharedBehindALongerHeaderToo() {
        for (int i = 0; i < 50; i++) {
            Content hop = sent(Content.of(bytes(1400)));
            sent(sent(tagged(sent(routed(hop)))));
        }
        assertEquals(expected, trace.frames());
        assertTrue(trace.size() < 50 * 1400 + 80L * expected.size(), () -> trace.size() + " bytes");
    }

    @Test
    void manySmallMessagesInOnePacketAreTold() {
        byte[] data = bytes(1000);
        for (int round = 0; round < 20; round++) {
            byte[] frame = Arrays.copyOf(bytes(HEADERS), HEADERS + 1000 + FCS);
            System.arraycopy(data, 0, frame, HEADERS, 1000);
            List<MessageSlice> slices = new ArrayList<>();
            for (int at = 0; at < 1000; at += 5) {
                slices.add(new MessageSlice(message(5), 0, 5, HEADERS + at));
            }
            slices.add(new MessageSlice(new Message(999_999, 3, Origin.stack("elsewhere"), 3), 1, 0, HEADERS));
            slices.add(new MessageSlice(new Message(1, 3, Origin.stack("elsewhere"), 3), 1, 0, HEADERS));
            sent(sent(new Content(frame, slices)));
        }
        assertEquals(expected, trace.frames());
    }

    @Test
    void whatIsInTheFileIsReadFromThereInAnyOrder() {
        byte[] data = bytes(3_000_000);
        Message message = message(data.length);
        int frames = data.length / 1000;
        for (int i = 0; i < frames; i++) {
            sent(routed(sent(sent(frame(data, message, 1000 * i, 1000)))));
            if (i % 100 == 0) {
                trace.record(TraceTest.events().get(i / 100 % TraceTest.events().size()));
            }
        }
        assertTrue(trace.spilled() > 2_000_000, () -> trace.spilled() + " bytes");
        for (int i = 0; i < expected.size(); i++) {
            int scattered = (int) (i * 7919L % expected.size());
            assertEquals(expected.get(scattered), trace.frames().get(scattered));
        }
        assertEquals(expected, trace.entries().stream().filter(entry -> entry instanceof TracedFrame).toList());
        // A late retransmission, and a late next hop.
        sent(frame(data, message, 0, 1000));
        sent(routed(expected.getFirst().content().arrivedIn(1)));
        assertEquals(expected.subList(expected.size() - 2, expected.size()),
                trace.frames().subList(expected.size() - 2, expected.size()));
        assertEquals(1, trace.frames().getLast().packet());
    }

    @Test
    void hopsOverASwitchAreOneArrayWhenReadBack() {
        Content hop = sent(Content.of(bytes(100)));
        sent(sent(hop));
        assertSame(trace.frames().get(1).content().bytes(), trace.frames().get(2).content().bytes());
    }

    @Test
    void emptyAndTinyFramesAreFramesToo() {
        for (int length = 0; length < 30; length++) {
            sent(routedOrShorter(sent(Content.of(bytes(length)))));
        }
        assertEquals(expected, trace.frames());
    }

    private Content routedOrShorter(Content content) {
        return content.bytes().length < 25 ? content.part(0, content.bytes().length / 2) : routed(content);
    }

    @Test
    void reasonsOfDropsComeBackHoweverManyThereAre() {
        for (int i = 0; i < 6000; i++) {
            expected.add(trace.sent(i, i, CLIENT, SERVER, Content.of(bytes(60)), "dropped for reason " + i));
        }
        assertEquals(expected, trace.frames());
    }
}
