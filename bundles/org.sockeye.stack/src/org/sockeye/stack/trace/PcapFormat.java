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
    private final int linkType;
    private final int fcsLength;
    private final int recordHeader;
    private int number;
    private long first;

    /**
     * Reads the file's header behind its first word.
     *
     * @param unit nanoseconds in a unit of the fraction
     * @param recordHeader bytes before each packet: 16, or more of which only the first 16 mean something to us
     */
    PcapFormat(CaptureInput input, ByteOrder order, int unit, int recordHeader) throws IOException {
        this.input = input;
        this.unit = unit;
        this.recordHeader = recordHeader;
        this.section = new CaptureSection(order);
        input.order(order);
        ByteBuffer header = input.read(20, "file header");
        int network = header.getInt(16);
        linkType = network & 0xffff;
        boolean fcsKnown = (network & 1 << 26) != 0;
        fcsLength = fcsKnown ? CapturedInterface.fcsLength((network >>> 28) * 2) : CapturedFrame.UNKNOWN_FCS;
    }

    @Override
    public Optional<CapturedFrame> next() throws IOException {
        input.mark();
        ByteBuffer header = input.readOrEnd(recordHeader);
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
        return Optional.of(new CapturedFrame(number, time, first, "", CapturedFrame.ONE_WIRE, List.of(), bytes,
                Math.max(captured, original), fcsLength, linkType));
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
