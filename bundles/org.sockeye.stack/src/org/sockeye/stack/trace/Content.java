package org.sockeye.stack.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way down or up the stack, and where they came from. Immutable once handed on: nobody changes them.
 *
 * <p>The bytes stand in a part of an array, so that no layer need copy what it wraps or unwraps: a header that is taken off
 * stays in the array, and one that is put on finds room there. {@link #bytes} gives them in an array of their own, which
 * costs a copy if they are not.
 */
public final class Content {

    /** What Ethernet puts before a datagram and behind it, and IPv4 before a segment: with this room none is copied. */
    private static final int LINK_HEADER = 14;
    private static final int LINK_TRAILER = 4;
    private static final int NETWORK_HEADER = 20;
    /** A frame has no fewer bytes. */
    private static final int SMALLEST_FRAME = 64;

    private byte[] array;
    private int offset;
    private final int length;
    /** Nobody else sees the array as something else; if so, and all of it is content, it can be given away. */
    private boolean own;
    /** What is around the content in the array is free. */
    private boolean room;
    /** Somebody has found the check sequence of these bytes right, and nobody can have changed them since. */
    private boolean verified;
    private final List<MessageSlice> marks;
    /** How much further behind the marked slices stand than their marks say. */
    private final int shift;
    private @Nullable List<MessageSlice> messages;
    private final int frame;
    /** What the trace compares its next hop with: the first hop of the packet; null where it has to look for it. */
    private @Nullable Kept packet;

    private Content(byte[] array, int offset, int length, List<MessageSlice> marks, int shift, int frame,
            @Nullable Kept packet) {
        this.array = array;
        this.offset = offset;
        this.length = length;
        this.marks = marks;
        this.shift = shift;
        this.frame = frame;
        this.packet = packet;
    }

    /**
     * Content that is all of an array.
     *
     * @param bytes a layer's unit of data: segment, datagram or frame
     * @param messages the message bytes in it, in order of offset
     * @param frame the number of the frame that it arrived in last, so that its next hop is known to be the same
     *            packet's and a note can name it; 0 if it has not been on a link yet
     */
    public Content(byte[] bytes, List<MessageSlice> messages, int frame) {
        this(bytes, 0, bytes.length, List.copyOf(messages), 0, frame, null);
        own = true;
    }

    /** Content that has not been on a link yet. */
    public Content(byte[] bytes, List<MessageSlice> messages) {
        this(bytes, messages, 0);
    }

    /** Bytes that no program sent. */
    public static Content of(byte[] bytes) {
        return new Content(bytes, List.of());
    }

    /** A segment of zeros, to be filled in by its maker, with room for the headers of the layers below. */
    public static Content blank(int length) {
        return blank(LINK_HEADER + NETWORK_HEADER, length, List.of(), 0, 0, null);
    }

    private static Content blank(int head, int length, List<MessageSlice> marks, int shift, int frame,
            @Nullable Kept packet) {
        byte[] array = new byte[Math.max(head + length + LINK_TRAILER, SMALLEST_FRAME)];
        Content blank = new Content(array, head, length, marks, shift, frame, packet);
        blank.own = true;
        blank.room = true;
        return blank;
    }

    /** A copy of a datagram that its maker may change, with room for what the link layer adds. */
    public Content copy() {
        Content copy = blank(LINK_HEADER, length, marks, shift, frame, packet);
        System.arraycopy(array, offset, copy.array, copy.offset, length);
        return copy;
    }

    /**
     * The same bytes, which carry {@code carried}: to be said by their maker, before they are handed on.
     *
     * @param carried the messages; their offsets count from the start of {@link #array}
     */
    public Content carrying(List<MessageSlice> carried) {
        Content content = new Content(array, offset, length, List.copyOf(carried), -offset, frame, packet);
        content.own = own;
        content.room = room;
        room = false;
        return content;
    }

    /** All bytes, in an array of their own. */
    public byte[] bytes() {
        if (!own || length != array.length) {
            array = Arrays.copyOfRange(array, offset, offset + length);
            offset = 0;
            own = true;
            room = false;
        }
        return array;
    }

    /** The array in which the bytes stand, among others; not to be changed. */
    public byte[] array() {
        return array;
    }

    /** Where in {@link #array} they start. */
    public int offset() {
        return offset;
    }

    /** How many bytes there are. */
    public int length() {
        return length;
    }

    /** The message bytes among them, in order of offset. */
    public List<MessageSlice> messages() {
        List<MessageSlice> known = messages;
        if (known == null) {
            known = shift == 0 || marks.isEmpty() ? marks : shifted();
            messages = known;
        }
        return known;
    }

    private List<MessageSlice> shifted() {
        MessageSlice[] slices = new MessageSlice[marks.size()];
        for (int i = 0; i < slices.length; i++) {
            slices[i] = marks.get(i).behind(shift);
        }
        return List.of(slices);
    }

    /** The number of the frame that it arrived in last; 0 if it has not been on a link yet. */
    public int frame() {
        return frame;
    }

    /** The first hop of the packet, if the trace has said so. */
    @Nullable
    Kept packet() {
        return packet;
    }

    /** What the trace says when it has recorded a hop. */
    void packet(Kept first) {
        packet = first;
    }

    /** True if the frame's check sequence has been found right, at this hop or an earlier one. */
    public boolean isVerified() {
        return verified;
    }

    /** Says that the frame's check sequence is right, so that who gets the same bytes next need not sum them up again. */
    public void verified() {
        verified = true;
    }

    /** The content wrapped in a header. */
    public Content behind(byte[] header) {
        Content whole = framed(header.length, 0);
        System.arraycopy(header, 0, whole.array, whole.offset, header.length);
        return whole;
    }

    /** The content between {@code header} bytes and {@code trailer} bytes that the caller fills in before it goes on. */
    public Content framed(int header, int trailer) {
        boolean fits = room && offset >= header && array.length - offset - length >= trailer;
        int all = header + length + trailer;
        if (fits) {
            // Whoever wraps the same content once more, for another link, does so in another array.
            room = false;
            own = false;
            Content framed = new Content(array, offset - header, all, marks, shift + header, frame, packet);
            framed.own = true;
            framed.room = true;
            return framed;
        }
        byte[] whole = new byte[all];
        System.arraycopy(array, offset, whole, header, length);
        return wrapped(whole, header);
    }

    /** The content as it stands in {@code whole}, {@code header} bytes from its start. */
    public Content wrapped(byte[] whole, int header) {
        Content wrapped = new Content(whole, 0, whole.length, marks, shift + header, frame, packet);
        wrapped.own = true;
        return wrapped;
    }

    /** The same content with other bytes of the same length in it, as when a TTL is taken down or a bit flips. */
    public Content changed(byte[] other) {
        return wrapped(other, 0);
    }

    /** The same content as it arrives in the frame of that number. */
    public Content arrivedIn(int number) {
        Content arrived = new Content(array, offset, length, marks, shift, number, number == 0 ? null : packet);
        arrived.own = own;
        arrived.verified = verified;
        arrived.messages = messages;
        return arrived;
    }

    /**
     * {@code length} of the bytes from {@code from} on, as when a header is taken off or a datagram is cut.
     *
     * @throws IndexOutOfBoundsException if there are not so many
     */
    public Content part(int from, int partLength) {
        Objects.checkFromIndexSize(from, partLength, length);
        for (MessageSlice mark : marks) {
            int at = mark.offset() + shift - from;
            if (at < 0 || at + mark.length() > partLength) {
                return new Content(array, offset + from, partLength, within(from, partLength), 0, frame,
                        packet);
            }
        }
        return new Content(array, offset + from, partLength, marks, shift - from, frame, packet);
    }

    private List<MessageSlice> within(int start, int partLength) {
        List<MessageSlice> within = new ArrayList<>(marks.size());
        for (MessageSlice slice : messages()) {
            int from = Math.max(slice.offset(), start);
            int to = Math.min(slice.offset() + slice.length(), start + partLength);
            if (from < to || slice.length() == 0 && from <= to) {
                within.add(new MessageSlice(slice.message(), slice.messageOffset() + from - slice.offset(), to - from,
                        from - start));
            }
        }
        return List.copyOf(within);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Content content && frame == content.frame
                && Arrays.equals(array, offset, offset + length, content.array, content.offset,
                        content.offset + content.length)
                && messages().equals(content.messages());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes()) * 31 + frame;
    }

    /** Such as "1514 bytes in frame 3". */
    @Override
    public String toString() {
        return length + " bytes in frame " + frame;
    }
}
