package org.sockeye.cli.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sockeye.stack.dissect.Conversations;
import org.sockeye.stack.dissect.Sight;
import org.sockeye.stack.dissect.Summary;
import org.sockeye.stack.trace.CaptureFile;
import org.sockeye.stack.trace.CapturedFrame;

/**
 * How long it takes to open a pcapng file of a million packets and to have every line of its list: number, time, source,
 * destination, protocol, length and info, with what the frames before tell about each.
 */
final class TraceOpen implements Benchmark {

    private static final int PACKETS = 1_000_000;

    private int characters;

    @Override
    public String name() {
        return "trace.open";
    }

    @Override
    public List<Figure> measure() throws IOException {
        Path file = Files.createTempFile("sockeye", ".pcapng");
        try {
            write(file, SampleCapture.frames(PACKETS));
            open(file);
            long start = System.nanoTime();
            int size = open(file);
            double seconds = (System.nanoTime() - start) / 1e9;
            if (size != PACKETS || characters == 0) {
                throw new IllegalStateException("only " + size + " packets were listed");
            }
            return List.of(new Figure(name(), seconds, "s/Mpacket"));
        } finally {
            Files.delete(file);
        }
    }

    private int open(Path file) throws IOException {
        Conversations conversations = new Conversations();
        try (CaptureFile capture = CaptureFile.open(file, frame -> list(frame, conversations))) {
            return capture.size();
        }
    }

    private void list(CapturedFrame frame, Conversations conversations) {
        Summary summary = new Sight(frame, conversations.follow(frame)).summary();
        characters = Math.max(characters, summary.info().length() + summary.source().length());
    }

    /** As another program would write it: one interface, times in microseconds. */
    private static void write(Path file, List<CapturedFrame> frames) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            ByteBuffer block = ByteBuffer.allocate(2048).order(ByteOrder.LITTLE_ENDIAN);
            block.putInt(0x0a0d0d0a).putInt(28).putInt(0x1a2b3c4d).putInt(1).putLong(-1).putInt(28);
            block.putInt(1).putInt(20).putInt(1).putInt(0).putInt(20);
            out.write(block.array(), 0, block.position());
            for (CapturedFrame frame : frames) {
                int length = frame.bytes().length - frame.fcsLength();
                int padded = length + 3 & ~3;
                block.clear().putInt(6).putInt(32 + padded).putInt(0).putInt(0).putInt((int) (frame.time() / 1000));
                block.putInt(length).putInt(length).put(frame.bytes(), 0, length);
                block.position(28 + padded).putInt(32 + padded);
                out.write(block.array(), 0, block.position());
            }
        }
    }
}
