package org.sockeye.stack.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.stack.dissect.Conversations;
import org.sockeye.stack.dissect.Dissector;
import org.sockeye.stack.dissect.Frames;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.wire.TcpHeader;

/** Capture files that other programs wrote, and broken ones. */
class CaptureFilesTest {

    private static final byte[] BYTES = new byte[60];

    private static List<CapturedFrame> read(byte[] file) throws IOException {
        return PcapngTest.read(file);
    }

    private static byte[] pcap(ByteOrder order, int magic, int network) {
        ByteBuffer file = ByteBuffer.allocate(24 + 16 + 60).order(order);
        file.putInt(magic).putShort((short) 2).putShort((short) 4).putInt(0).putInt(0).putInt(65535).putInt(network);
        return file.putInt(3).putInt(7).putInt(60).putInt(1500).put(BYTES).array();
    }

    /** A file in the older format with one frame. */
    static byte[] olderSample() {
        return pcap(ByteOrder.BIG_ENDIAN, 0xa1b2c3d4, 1);
    }

    @ParameterizedTest
    @CsvSource({ "true, 0xa1b2c3d4, 3000007000", "false, 0xa1b2c3d4, 3000007000", "true, 0xa1b23c4d, 3000000007",
            "false, 0xa1b23c4d, 3000000007" })
    void olderFormatIsReadInBothByteOrdersAndResolutions(boolean big, String magic, long time) throws IOException {
        ByteOrder order = big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        CapturedFrame frame = read(pcap(order, Long.decode(magic).intValue(), 1)).getFirst();
        assertEquals(new CapturedFrame(1, time, time, "", CapturedFrame.ONE_WIRE, List.of(), frame.bytes(), 1500,
                CapturedFrame.UNKNOWN_FCS), frame);
        assertArrayEquals(BYTES, frame.bytes());
    }

    @Test
    void olderFormatSaysWhetherFramesHaveTheirCheckSequence() throws IOException {
        byte[] file = pcap(ByteOrder.LITTLE_ENDIAN, 0xa1b2c3d4, 1 | 1 << 26 | 2 << 28);
        assertEquals(4, read(file).getFirst().fcsLength());
    }

    /** A section of big-endian blocks, with one of an unknown type, as a big machine would write it. */
    static byte[] bigEndian(int resolution, int linkType) {
        ByteBuffer file = ByteBuffer.allocate(1000).order(ByteOrder.BIG_ENDIAN);
        file.putInt(0x0a0d0d0a).putInt(28).putInt(0x1a2b3c4d).putShort((short) 1).putShort((short) 0).putLong(-1)
                .putInt(28);
        file.putInt(1).putInt(32).putShort((short) linkType).putShort((short) 0).putInt(0);
        file.putShort((short) 9).putShort((short) 1).put((byte) resolution).put(new byte[3]).putInt(0).putInt(32);
        file.putInt(0x0bad).putInt(16).putInt(42).putInt(16);
        file.putInt(6).putInt(96).putInt(0).putInt(1).putInt(2).putInt(60).putInt(60).put(BYTES).putInt(0).putInt(96);
        file.putInt(3).putInt(76).putInt(60).put(BYTES).putInt(76);
        return Arrays.copyOf(file.array(), file.position());
    }

    @Test
    void bigEndianSectionIsReadAndUnknownBlocksAreSkipped() throws IOException {
        List<CapturedFrame> read = read(bigEndian(9, 1));
        assertEquals(2, read.size());
        assertEquals((1L << 32) + 2, read.getFirst().time());
        assertArrayEquals(BYTES, read.getLast().bytes());
    }

    @ParameterizedTest
    @CsvSource({ "6, 4294967298000", "3, 4294967298000000", "12, 4294967", "0x8a, 4194304001953125",
            "0, 4294967298000000000" })
    void timesAreReadInAnyResolution(String resolution, long time) throws IOException {
        assertEquals(time, read(bigEndian(Integer.decode(resolution), 1)).getFirst().time());
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 101, 105, 113, 147, 276 })
    void framesOfOtherLinksThanEthernetAreReadWithTheirLinkType(int linkType) throws IOException {
        assertEquals(linkType, read(bigEndian(9, linkType)).getFirst().linkType());
    }

    @Test
    void packedFileIsReadLikeAnyOther() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bigEndian(9, 1));
        }
        assertEquals(2, read(packed.toByteArray()).size());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "x", "hello, I am not a capture file at all" })
    void whatIsNoCaptureIsRefused(String text) {
        CaptureException e = assertThrows(CaptureException.class, () -> read(text.getBytes(StandardCharsets.US_ASCII)));
        assertTrue(e.getMessage().startsWith("test.pcapng: at byte 0: "), e::getMessage);
    }

    @Test
    void blockThatClaimsToBeHugeIsRefusedWithoutItsMemory() {
        byte[] file = Arrays.copyOf(bigEndian(9, 1), 28 + 8);
        ByteBuffer.wrap(file).putInt(28, 6).putInt(32, 0x7ffffffc);
        CaptureException e = assertThrows(CaptureException.class, () -> read(file));
        assertEquals(
                "test.pcapng: at byte 28: a block of 2147483636 bytes cannot be; the file is corrupt from here on: "
                        + "capture again",
                e.getMessage());
    }

    private static byte[] sample() throws IOException {
        byte[] ours = PcapngTest.written(new Frames().handshake()
                .tcp(true, TcpHeader.PSH | TcpHeader.ACK, 1001, 5001, 502, "GET / HTTP/1.1\r\n\r\n", "lost")
                .udp(true, 53, new byte[] { 1, 2, 3 }).all());
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(ours);
        both.writeBytes(bigEndian(6, 1));
        return both.toByteArray();
    }

    /** Reads what can be read, takes it apart, and knows no exception but ours. */
    private static int readAndDissect(byte[] file) {
        int count = 0;
        try {
            Conversations conversations = new Conversations();
            for (CapturedFrame frame : read(file)) {
                new Dissector().dissect(frame, conversations.follow(frame));
                count++;
            }
        } catch (CaptureException e) {
            assertTrue(e.getMessage().matches("test\\.pcapng: at byte \\d+: .*(again|1\\)|file|pcapng')"),
                    e::getMessage);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return count;
    }

    @Test
    void everyTruncationGivesFramesOrOneClearError() throws IOException {
        for (byte[] whole : List.of(sample(), pcap(ByteOrder.LITTLE_ENDIAN, 0xa1b2c3d4, 1))) {
            for (int length = 0; length < whole.length; length++) {
                readAndDissect(Arrays.copyOf(whole, length));
            }
        }
        assertEquals(7, readAndDissect(sample()));
    }

    @Test
    void everyDamageGivesFramesOrOneClearError() throws IOException {
        RandomGenerator random = new Randomness(1).stream("damage");
        for (byte[] whole : List.of(sample(), pcap(ByteOrder.BIG_ENDIAN, 0xa1b23c4d, 1))) {
            for (int round = 0; round < 3_000; round++) {
                byte[] damaged = whole.clone();
                for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                readAndDissect(damaged);
            }
        }
    }
}
