package org.sockeye.stack.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockeye.stack.dissect.Frames;
import org.sockeye.stack.wire.TcpHeader;

/** A capture file read here and there gives the frames that it gives from front to back. */
class CaptureFileTest {

    @TempDir
    Path folder;

    /** Two sections of different byte order, with more frames than any buffer holds. */
    private static byte[] sections() throws IOException {
        Frames frames = new Frames().handshake();
        for (int i = 0; i < 2000; i++) {
            frames.tcp(true, TcpHeader.PSH | TcpHeader.ACK, 1001 + 1000 * i, 5001, 502, "x".repeat(1000), null);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(PcapngTest.written(frames.all()));
        file.writeBytes(CaptureFilesTest.bigEndian(6, 1));
        file.writeBytes(PcapngTest.written(new Frames().handshake().all()));
        return file.toByteArray();
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("capture"), bytes);
    }

    private static void assertSame(CapturedFrame expected, CapturedFrame actual) {
        assertArrayEquals(expected.bytes(), actual.bytes());
        assertEquals(new CapturedFrame(expected.number(), expected.time(), expected.first(), expected.interfaceName(),
                expected.link(), expected.comments(), actual.bytes(), expected.originalLength(), expected.fcsLength()),
                actual);
    }

    @Test
    void framesCanBeReadInAnyOrder() throws IOException {
        List<CapturedFrame> expected = PcapngTest.read(sections());
        List<CapturedFrame> streamed = new ArrayList<>();
        try (CaptureFile file = CaptureFile.open(file(sections()), streamed::add)) {
            assertEquals(expected.size(), file.size());
            assertEquals(expected.size(), streamed.size());
            for (int i = 0; i < expected.size(); i++) {
                int scattered = (int) (i * 7919L % expected.size());
                assertSame(expected.get(scattered), streamed.get(scattered));
                assertSame(expected.get(scattered), file.frame(scattered + 1));
                assertSame(expected.get(i), file.frames().get(i));
            }
            assertThrows(IndexOutOfBoundsException.class, () -> file.frame(0));
            assertThrows(IndexOutOfBoundsException.class, () -> file.frame(expected.size() + 1));
            assertTrue(file.problem().isEmpty());
        }
    }

    @Test
    void olderFormatCanBeReadInAnyOrderToo() throws IOException {
        byte[] one = CaptureFilesTest.olderSample();
        byte[] two = Arrays.copyOf(one, one.length * 2 - 24);
        System.arraycopy(one, 24, two, one.length, one.length - 24);
        try (CaptureFile file = CaptureFile.open(file(two), frame -> {
        })) {
            assertEquals(List.of(2, 1), List.of(file.frame(2).number(), file.frame(1).number()));
        }
    }

    @Test
    void framesBeforeACorruptPlaceAreThereAndTheProblemIsTold() throws IOException {
        byte[] whole = PcapngTest.written(new Frames().handshake().all());
        try (CaptureFile file = CaptureFile.open(file(Arrays.copyOf(whole, whole.length - 5)), frame -> {
        })) {
            assertEquals(2, file.size());
            assertEquals(2, file.frame(2).number());
            assertTrue(file.problem().orElseThrow().getMessage().contains("cut off"));
        }
    }

    @Test
    void whatIsNoCaptureIsRefused() throws IOException {
        Path text = file(new byte[] { 'h', 'e', 'l', 'l', 'o' });
        assertThrows(CaptureException.class, () -> CaptureFile.open(text, frame -> {
        }));
    }
}
