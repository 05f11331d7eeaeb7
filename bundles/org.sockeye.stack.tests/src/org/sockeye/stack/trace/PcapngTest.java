package org.sockeye.stack.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockeye.stack.dissect.Frames;
import org.sockeye.stack.wire.TcpHeader;

/** What is written to a capture file is read back, and nothing half-written is left. */
class PcapngTest {

    @TempDir
    Path folder;

    private static Frames frames() {
        return new Frames().handshake().tcp(true, TcpHeader.PSH | TcpHeader.ACK, 1001, 5001, 502, "hello\n",
                "lost on the link");
    }

    static List<CapturedFrame> read(byte[] file) throws IOException {
        List<CapturedFrame> frames = new ArrayList<>();
        try (PcapngReader reader = PcapngReader.open("test.pcapng", new ByteArrayInputStream(file))) {
            for (Optional<CapturedFrame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                frames.add(frame.get());
            }
        }
        return frames;
    }

    static byte[] written(List<TracedFrame> frames) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PcapngWriter.write(out, frames);
        return out.toByteArray();
    }

    @Test
    void framesAreReadBackWithAllThatIsKnownOfThem() throws IOException {
        List<TracedFrame> frames = frames().all();
        List<CapturedFrame> read = read(written(frames));
        assertEquals(frames.size(), read.size());
        for (int i = 0; i < read.size(); i++) {
            CapturedFrame expected = CapturedFrame.of(frames.get(i), frames.getFirst().sent());
            CapturedFrame actual = read.get(i);
            assertArrayEquals(expected.bytes(), actual.bytes());
            assertEquals(
                    new CapturedFrame(expected.number(), expected.time(), expected.first(), expected.interfaceName(),
                            expected.link(), expected.comments(), actual.bytes(), expected.originalLength(), 4),
                    actual);
        }
    }

    @Test
    void commentsTellWhoSentTheMessageAndWhyItWasLost() throws IOException {
        assertEquals(List.of("TCPClient on client, thread main, TCPClient.java:13: message 1, bytes 0 to 5 of 6",
                "dropped: lost on the link"), read(written(frames().all())).getLast().comments());
    }

    @Test
    void bothEndsOfALinkAreOnePointOfView() throws IOException {
        List<CapturedFrame> read = read(written(frames().all()));
        assertEquals(List.of("client eth0", "server eth0", "client eth0"),
                read.subList(0, 3).stream().map(CapturedFrame::interfaceName).toList());
        assertEquals(1, read.stream().map(CapturedFrame::link).distinct().count());
    }

    @Test
    void framesAreWrittenInTheOrderOfTheirTimes() throws IOException {
        Trace trace = new Trace();
        LinkEnd one = new LinkEnd("a", "eth0");
        LinkEnd other = new LinkEnd("b", "eth0");
        for (long time : new long[] { 5, 3, 1L << 40, 3, 0 }) {
            trace.sent(time, time + 1, one, other, Content.of(new byte[64]), null);
        }
        assertEquals(List.of(0L, 3L, 3L, 5L, 1L << 40),
                read(written(trace.frames())).stream().map(CapturedFrame::time).toList());
    }

    @Test
    void sameFramesGiveTheSameBytes() throws IOException {
        assertArrayEquals(written(frames().all()), written(frames().all()));
    }

    @Test
    void noFramesAreAFileToo() throws IOException {
        assertEquals(List.of(), read(written(List.of())));
    }

    @Test
    void sectionsOneAfterTheOtherAreReadAsOneCapture() throws IOException {
        byte[] file = written(frames().all());
        byte[] twice = Arrays.copyOf(file, file.length * 2);
        System.arraycopy(file, 0, twice, file.length, file.length);
        List<CapturedFrame> read = read(twice);
        assertEquals(8, read.size());
        assertEquals(8, read.getLast().number());
    }

    @Test
    void fileIsReplacedAsAWholeAndNothingElseIsLeft() throws IOException {
        Path file = folder.resolve("out.pcapng");
        Files.writeString(file, "what was there before");
        PcapngWriter.write(file, frames().all());
        assertArrayEquals(written(frames().all()), Files.readAllBytes(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void fileThatCannotBeWrittenIsToldAndLeavesNothing() throws IOException {
        Path nowhere = folder.resolve("none").resolve("out.pcapng");
        IOException missing = assertThrows(IOException.class, () -> PcapngWriter.write(nowhere, frames().all()));
        assertEquals(nowhere + ": there is no folder " + nowhere.getParent() + "; make it first or name another file",
                missing.getMessage());
        IOException isFolder = assertThrows(IOException.class, () -> PcapngWriter.write(folder, frames().all()));
        assertEquals(folder + ": is a folder; name a file to write the capture to", isFolder.getMessage());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void missingFileIsToldWithItsRemedy() {
        Path none = folder.resolve("none.pcapng");
        IOException e = assertThrows(IOException.class, () -> PcapngReader.open(none));
        assertEquals(none + ": there is no such file; 'sockeye run --capture FILE' writes one", e.getMessage());
    }

    @Test
    void commentOfAnyLengthIsKeptWithinTheFormat() throws IOException {
        Trace trace = new Trace();
        String reason = "x".repeat(70_000);
        trace.sent(0, 1, new LinkEnd("a", "eth0"), new LinkEnd("b", "eth0"), Content.of(new byte[64]), reason);
        String comment = read(written(trace.frames())).getFirst().comments().getFirst();
        assertTrue(comment.length() == 0xffff && comment.startsWith("dropped: xxx"), () -> comment.length() + "");
    }
}
