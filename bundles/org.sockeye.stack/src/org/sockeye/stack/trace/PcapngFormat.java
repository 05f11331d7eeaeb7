package org.sockeye.stack.trace;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A pcapng file: sections of blocks. Blocks that say nothing about frames are skipped. */
final class PcapngFormat implements CaptureFormat {

    private final CaptureInput input;
    private CaptureSection section = new CaptureSection(ByteOrder.LITTLE_ENDIAN);
    private int number;
    private long first;

    /** The first block's type has been read already. */
    PcapngFormat(CaptureInput input) throws IOException {
        this.input = input;
        readSection();
    }

    @Override
    public CaptureSection section() {
        return section;
    }

    @Override
    public void resume(CaptureSection from, int frame) {
        section = from;
        input.order(from.order());
        number = frame - 1;
    }

    @Override
    public Optional<CapturedFrame> next() throws IOException {
        while (true) {
            input.mark();
            ByteBuffer head = input.readOrEnd(4);
            if (head.capacity() == 0) {
                return Optional.empty();
            }
            int type = head.getInt();
            if (type == Pcapng.SECTION) {
                readSection();
                continue;
            }
            ByteBuffer body = body(input.read(4, "block").getInt(), 8);
            try {
                CapturedFrame frame = block(type, body);
                if (frame != null) {
                    return Optional.of(frame);
                }
            } catch (BufferUnderflowException e) {
                throw input.error(
                        "a block of type " + type + " is too short for what it should hold; the file is corrupt: "
                                + "capture again");
            }
        }
    }

    /** Reads a section's header behind its type: it settles the byte order of all up to the next section. */
    private void readSection() throws IOException {
        ByteBuffer start = input.read(8, "section header").order(ByteOrder.LITTLE_ENDIAN);
        if (start.getInt(4) != Pcapng.BYTE_ORDER) {
            start.order(ByteOrder.BIG_ENDIAN);
            if (start.getInt(4) != Pcapng.BYTE_ORDER) {
                throw input.error("a section header without its byte-order mark; the file is corrupt: capture again");
            }
        }
        section = new CaptureSection(start.order());
        input.order(start.order());
        ByteBuffer body = body(start.getInt(0), 12);
        if (body.remaining() < 12) {
            throw input.error("a section header is too short; the file is corrupt: capture again");
        }
        int major = body.getShort();
        if (major != 1) {
            throw input.error("version " + major + " of pcapng cannot be read; convert it with 'editcap -F pcapng'");
        }
    }

    /** The block's body, after {@code read} bytes of it; checks the length behind it, too. */
    private ByteBuffer body(int length, int read) throws IOException {
        if (length < read + 4 && length >= 0 || length % 4 != 0) {
            throw input.error("a block of " + length + " bytes cannot be; the file is corrupt: capture again");
        }
        ByteBuffer rest = input.read(length < 0 ? length : length - read, "block");
        int end = rest.capacity() - 4;
        if (rest.getInt(end) != length) {
            throw input.error("a block's two lengths differ (" + length + " and "
                    + Integer.toUnsignedString(rest.getInt(end)) + "); the file is corrupt: capture again");
        }
        return rest.limit(end);
    }

    private @Nullable CapturedFrame block(int type, ByteBuffer body) throws IOException {
        return switch (type) {
            case Pcapng.INTERFACE -> {
                section.interfaces().add(readInterface(body));
                yield null;
            }
            case Pcapng.ENHANCED_PACKET -> packet(body, body.getInt());
            case Pcapng.OLD_PACKET -> {
                int id = body.getShort() & 0xffff;
                body.getShort();
                yield packet(body, id);
            }
            case Pcapng.SIMPLE_PACKET -> {
                int original = body.getInt();
                int most = at(0).snapLength() > 0 ? at(0).snapLength() : Integer.MAX_VALUE;
                int captured = Math.min(Math.min(Math.max(original, 0), most), body.remaining());
                yield frame(at(0), 0, bytes(body, captured), original, List.of(), at(0).fcsLength());
            }
            default -> null;
        };
    }

    private CapturedInterface readInterface(ByteBuffer body) {
        int linkType = body.getShort() & 0xffff;
        body.getShort();
        int snapLength = body.getInt();
        String name = "";
        String description = null;
        int resolution = 6;
        long offset = 0;
        int fcsLength = CapturedFrame.UNKNOWN_FCS;
        for (Option option : options(body)) {
            switch (option.code) {
                case Pcapng.INTERFACE_NAME -> name = option.text();
                case Pcapng.INTERFACE_DESCRIPTION -> description = option.text();
                case Pcapng.INTERFACE_RESOLUTION -> resolution = option.value.get() & 0xff;
                case Pcapng.INTERFACE_FCS_LENGTH -> fcsLength = CapturedInterface.fcsLength(option.value.get() & 0xff);
                case Pcapng.INTERFACE_TIME_OFFSET -> offset = option.value.getLong();
                default -> {
                }
            }
        }
        return new CapturedInterface(linkType, name, CapturedInterface.link(description), resolution, offset,
                fcsLength, snapLength);
    }

    private CapturedFrame packet(ByteBuffer body, int id) throws IOException {
        CapturedInterface at = at(id);
        long stamp = Integer.toUnsignedLong(body.getInt()) << 32 | Integer.toUnsignedLong(body.getInt());
        int captured = body.getInt();
        int original = body.getInt();
        if (captured < 0 || captured > body.remaining()) {
            throw input.error("a packet of " + Integer.toUnsignedString(captured) + " bytes in a block that holds "
                    + body.remaining() + "; the file is corrupt: capture again");
        }
        byte[] bytes = bytes(body, captured);
        body.position(Math.min(body.limit(), body.position() + Pcapng.padded(captured) - captured));
        if (body.remaining() < 4) {
            return frame(at, at.nanoseconds(stamp), bytes, original, List.of(), at.fcsLength());
        }
        List<String> comments = new ArrayList<>();
        int fcsLength = at.fcsLength();
        for (Option option : options(body)) {
            if (option.code == Pcapng.COMMENT) {
                comments.add(option.text());
            } else if (option.code == Pcapng.PACKET_FLAGS && option.value.remaining() == 4) {
                int declared = option.value.getInt() >>> 5 & 0xf;
                fcsLength = declared == 0 ? fcsLength : CapturedInterface.fcsLength(declared);
            }
        }
        return frame(at, at.nanoseconds(stamp), bytes, original, comments, fcsLength);
    }

    private CapturedFrame frame(CapturedInterface at, long time, byte[] bytes, int original, List<String> comments,
            int fcsLength) {
        number++;
        if (number == 1) {
            first = time;
        }
        return new CapturedFrame(number, time, first, at.name(), at.link(), comments, bytes,
                Math.max(bytes.length, original), fcsLength, at.linkType());
    }

    private CapturedInterface at(int id) throws IOException {
        if (id < 0 || id >= section.interfaces().size()) {
            throw input.error("a packet of interface " + Integer.toUnsignedString(id) + ", of which the section has "
                    + section.interfaces().size() + "; the file is corrupt: capture again");
        }
        return section.interfaces().get(id);
    }

    private static byte[] bytes(ByteBuffer body, int length) {
        byte[] bytes = new byte[length];
        body.get(bytes);
        return bytes;
    }

    private record Option(int code, ByteBuffer value) {

        String text() {
            return StandardCharsets.UTF_8.decode(value.duplicate()).toString();
        }
    }

    private List<Option> options(ByteBuffer body) {
        List<Option> options = new ArrayList<>();
        while (body.remaining() >= 4) {
            int code = body.getShort() & 0xffff;
            int length = body.getShort() & 0xffff;
            if (code == Pcapng.OPTION_END) {
                break;
            }
            options.add(new Option(code, ByteBuffer.wrap(bytes(body, length)).order(input.order())));
            body.position(Math.min(body.limit(), body.position() + Pcapng.padded(length) - length));
        }
        return options;
    }
}
