package org.sockeye.stack.trace;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes frames as pcapng, which Wireshark opens. Each link end that sends is an interface of its own, named like
 * "client eth0". The run's start is the file's time zero, which Wireshark takes for the beginning of 1970: simulated time
 * has no date, and the same run gives the same file, byte for byte.
 */
public final class PcapngWriter {

    private PcapngWriter() {
    }

    /**
     * Writes all frames to a file, or leaves the file as it was.
     *
     * @throws IOException naming the file and what stands in the way
     */
    public static void write(Path file, List<TracedFrame> frames) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (Files.exists(target) && !Files.isRegularFile(target) && !Files.isDirectory(target)) {
            writeTo(target, frames);
            return;
        }
        Path folder = target.getParent();
        if (Files.isDirectory(target) || folder == null) {
            throw new IOException(file + ": is a folder; name a file to write the capture to");
        }
        if (!Files.isDirectory(folder)) {
            throw new IOException(file + ": there is no folder " + folder + "; make it first or name another file");
        }
        Path beside = folder.resolve("." + target.getFileName() + ".part");
        try {
            writeTo(beside, frames);
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IOException(file + ": cannot be written (" + e.getMessage() + "); name another file", e);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void writeTo(Path file, List<TracedFrame> frames) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            write(out, frames);
        }
    }

    /** Writes all frames, in order of the time they were sent. */
    public static void write(OutputStream out, List<TracedFrame> frames) throws IOException {
        out.write(section());
        Map<Direction, Integer> interfaces = new LinkedHashMap<>();
        List<TracedFrame> ordered = isOrdered(frames) ? frames
                : frames.stream().sorted(Comparator.comparingLong(TracedFrame::sent)).toList();
        for (TracedFrame frame : ordered) {
            Direction direction = new Direction(frame.from(), frame.to());
            if (interfaces.putIfAbsent(direction, interfaces.size()) == null) {
                out.write(interfaceOf(direction));
            }
        }
        for (TracedFrame frame : ordered) {
            Integer id = interfaces.get(new Direction(frame.from(), frame.to()));
            out.write(packet(id == null ? 0 : id, frame));
        }
    }

    /** So are the frames of a run; they need not all be in memory then. */
    private static boolean isOrdered(List<TracedFrame> frames) {
        long last = Long.MIN_VALUE;
        for (TracedFrame frame : frames) {
            if (frame.sent() < last) {
                return false;
            }
            last = frame.sent();
        }
        return true;
    }

    private record Direction(LinkEnd from, LinkEnd to) {
    }

    private static byte[] section() {
        return new PcapngBlock(Pcapng.SECTION).putInt(Pcapng.BYTE_ORDER).putShort(1).putShort(0).putLong(-1)
                .option(Pcapng.SECTION_APPLICATION, "Sockeye").end();
    }

    private static byte[] interfaceOf(Direction direction) {
        return new PcapngBlock(Pcapng.INTERFACE).putShort(CapturedFrame.linkType(direction.from)).putShort(0).putInt(0)
                .option(Pcapng.INTERFACE_NAME, direction.from.toString())
                .option(Pcapng.INTERFACE_DESCRIPTION, direction.from + Pcapng.TOWARDS + direction.to)
                .option(Pcapng.INTERFACE_RESOLUTION, new byte[] { 9 })
                .option(Pcapng.INTERFACE_FCS_LENGTH, new byte[] { CapturedFrame.FCS_LENGTH }).end();
    }

    private static byte[] packet(int id, TracedFrame frame) {
        byte[] bytes = frame.content().bytes();
        PcapngBlock block = new PcapngBlock(Pcapng.ENHANCED_PACKET).putInt(id).putInt((int) (frame.sent() >>> 32))
                .putInt((int) frame.sent()).putInt(bytes.length).putInt(bytes.length).putPadded(bytes);
        FrameComments.of(frame).forEach(comment -> block.option(Pcapng.COMMENT, comment));
        return block.option(Pcapng.PACKET_FLAGS, flags()).end();
    }

    private static byte[] flags() {
        return new byte[] { (byte) (Pcapng.OUTBOUND | CapturedFrame.FCS_LENGTH << 5), 0, 0, 0 };
    }
}
