package org.sockeye.stack.trace;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Reads capture files frame by frame: pcapng and the older pcap, of either byte order, packed by gzip or not. A corrupt file is a
 * {@link CaptureException}; the frames before the corrupt place have been handed out by then.
 */
public final class PcapngReader implements Closeable {

    private final InputStream in;
    private final CaptureFormat format;

    private PcapngReader(InputStream in, CaptureFormat format) {
        this.in = in;
        this.format = format;
    }

    /**
     * Opens a capture file.
     *
     * @throws CaptureException if it does not begin as one
     * @throws IOException naming the file and a remedy, if it cannot be read
     */
    public static PcapngReader open(Path file) throws IOException {
        check(file);
        return open(file.toString(), Files.newInputStream(file));
    }

    /** Tells why a file cannot be opened, if it cannot. */
    static void check(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file + ": there is no such file; 'sockeye run --capture FILE' writes one");
        } else if (Files.isDirectory(file)) {
            throw new IOException(file + ": is a folder; name a capture file in it");
        } else if (!Files.isReadable(file)) {
            throw new IOException(file + ": may not be read; change its permissions");
        }
    }

    /** Reads from a stream, which is closed with the reader; {@code name} stands in error messages. */
    static PcapngReader open(String name, InputStream stream) throws IOException {
        try {
            PushbackInputStream in = new PushbackInputStream(stream, 2);
            InputStream plain = isCompressed(in) ? new GZIPInputStream(in, 1 << 16) : in;
            return new PcapngReader(plain, format(new CaptureInput(name, plain)));
        } catch (IOException e) {
            stream.close();
            throw e;
        }
    }

    /** True of what gzip has packed, as captures often are. */
    private static boolean isCompressed(PushbackInputStream in) throws IOException {
        byte[] magic = in.readNBytes(2);
        in.unread(magic);
        return magic.length == 2 && magic[0] == 0x1f && (magic[1] & 0xff) == 0x8b;
    }

    /** Finds out what kind of file it is. */
    static CaptureFormat format(CaptureInput input) throws IOException {
        ByteBuffer magic = input.readOrEnd(4);
        if (magic.capacity() == 0) {
            throw input.error("the file is empty; capture again");
        }
        int number = magic.order(ByteOrder.BIG_ENDIAN).getInt();
        return switch (number) {
            case Pcapng.SECTION -> new PcapngFormat(input);
            case 0xa1b2c3d4 -> new PcapFormat(input, ByteOrder.BIG_ENDIAN, 1_000, 16);
            case 0xd4c3b2a1 -> new PcapFormat(input, ByteOrder.LITTLE_ENDIAN, 1_000, 16);
            case 0xa1b23c4d -> new PcapFormat(input, ByteOrder.BIG_ENDIAN, 1, 16);
            case 0x4d3cb2a1 -> new PcapFormat(input, ByteOrder.LITTLE_ENDIAN, 1, 16);
            // An old variant with more in each record's header.
            case 0xa1b2cd34 -> new PcapFormat(input, ByteOrder.BIG_ENDIAN, 1_000, 24);
            case 0x34cdb2a1 -> new PcapFormat(input, ByteOrder.LITTLE_ENDIAN, 1_000, 24);
            default -> throw input.error("this is no capture file (it begins with " + HexFormat.of().toHexDigits(number)
                    + "); name a pcapng or pcap file");
        };
    }

    /**
     * The next frame; empty at the end of the file.
     *
     * @throws CaptureException if the file is corrupt here
     */
    public Optional<CapturedFrame> next() throws IOException {
        return format.next();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
