package org.sockeye.stack.trace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/**
 * The older pcap format (IETF draft "PCAP Capture File Format"): a header, then records.
 *
 * <pre>
 *  +---------+---------+----------------+-----------------+------ - - -
 *  | seconds |fraction | captured bytes | original length | bytes
 *  +---------+---------+----------------+-----------------+------ - - -
 * </pre>
 */
final class PcapFormat implements CaptureFormat {

    private final CaptureInput input;
    private final CaptureSection section;
    private final int unit;
    private final int fcsLength;
    private int number;
    private long first;

    /** @param unit nanoseconds in a unit of the fraction */
    PcapFormat(CaptureInput input, ByteOrder order, int unit) throws IOException {
        this.input = input;
        this.unit = unit;
        this.section = new CaptureSection(order);
        input.order(order);
        ByteBuffer header = input.read(20, "file header");
        int network = header.getInt(16);
        if ((network & 0xffff) != Pcapng.ETHERNET) {
            throw input.error("link type " + (network & 0xffff) + " cannot be read; capture Ethernet (link type 1)");
        }
        boolean fcsKnown = (network & 1 << 26) != 0;
        fcsLength = fcsKnown ? (network >>> 28) * 2 : 0;
    }

    @Override
    public Optional<CapturedFrame> next() throws IOException {
        input.mark();
        ByteBuffer header = input.readOrEnd(16);
        if (header.capacity() == 0) {
            return Optional.empty();
        }
        long time = Integer.toUnsignedLong(header.getInt(0)) * 1_000_000_000
                + Integer.toUnsignedLong(header.getInt(4)) * unit;
        int captured = header.getInt(8);
        int original = header.getInt(12);
        ByteBuffer body = input.read(captured, "packet");
        byte[] bytes = new byte[captured];
        body.get(bytes);
        number++;
        if (number == 1) {
            first = time;
        }
        return Optional.of(new CapturedFrame(number, time, first, "", "interface 0", List.of(), bytes,
                Math.max(captured, original), fcsLength));
    }

    @Override
    public CaptureSection section() {
        return section;
    }

    @Override
    public void resume(CaptureSection from, int frame) {
        number = frame - 1;
    }
}
