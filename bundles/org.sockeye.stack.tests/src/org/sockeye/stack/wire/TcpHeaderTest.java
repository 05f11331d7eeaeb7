package org.sockeye.stack.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.wire.TcpOption.MaximumSegmentSize;
import org.sockeye.stack.wire.TcpOption.NoOperation;
import org.sockeye.stack.wire.TcpOption.Sack;
import org.sockeye.stack.wire.TcpOption.SackPermitted;
import org.sockeye.stack.wire.TcpOption.Timestamps;
import org.sockeye.stack.wire.TcpOption.Unknown;
import org.sockeye.stack.wire.TcpOption.WindowScale;

class TcpHeaderTest {

    private static final IpAddress CLIENT = Ipv4Address.of(10, 0, 1, 2);
    private static final IpAddress SERVER = Ipv4Address.of(10, 0, 2, 2);
    private static final List<TcpOption> SYN_OPTIONS = List.of(new MaximumSegmentSize(1460), new SackPermitted(),
            new Timestamps(0x01020304, 0), new NoOperation(), new WindowScale(7));

    @Test
    void everyFieldStandsWhereTheRfcPutsIt() {
        TcpHeader header = TcpHeader.of(0x1234, 0x5678, 0x9abcdef0, 0x0fedcba9, TcpHeader.PSH | TcpHeader.ACK, 0x4321,
                List.of());

        assertEquals("12345678" + "9abcdef0" + "0fedcba9" + "50184321" + "00000000",
                HexFormat.of().formatHex(header.emit(0)));
    }

    @Test
    void optionsStandInOrderAndFillWholeWords() {
        byte[] segment = TcpHeader.of(1, 2, 3, 4, TcpHeader.SYN, 5, SYN_OPTIONS).emit(0);

        assertEquals("020405b4" + "0402" + "080a0102030400000000" + "01" + "030307",
                HexFormat.of().formatHex(segment, 20, segment.length));
        assertEquals(24, TcpHeader.of(1, 2, 3, 4, TcpHeader.SYN, 5, List.of(new SackPermitted())).emit(0).length);
    }

    @Test
    void whatIsEmittedIsParsed() {
        List<TcpOption> options = List.of(new Sack(List.of(new Sack.Block(-5, 7), new Sack.Block(100, 200))),
                new NoOperation(), new NoOperation());
        TcpHeader header = TcpHeader.of(65535, 1, -1, Integer.MIN_VALUE, 0x1ff, 65535, options);
        byte[] segment = header.emit(3);

        assertEquals(header, TcpHeader.parse(segment, 0, segment.length).orElseThrow());
        assertEquals(SYN_OPTIONS,
                TcpHeader.parse(TcpHeader.of(1, 2, 3, 4, 2, 5, SYN_OPTIONS).emit(0), 0, 40).orElseThrow()
                        .options());
    }

    @Test
    void anUnknownOptionKeepsItsBytes() {
        byte[] segment = TcpHeader.of(1, 2, 3, 4, 0, 5, List.of(new Unknown(253, new byte[] { 1, 2 }))).emit(0);

        Unknown option = (Unknown) TcpHeader.parse(segment, 0, 24).orElseThrow().options().getFirst();
        assertEquals(253, option.kind());
        assertArrayEquals(new byte[] { 1, 2 }, option.data());
    }

    @Test
    void aHeaderThatDoesNotFitIsNone() {
        byte[] segment = TcpHeader.of(1, 2, 3, 4, 0, 5, SYN_OPTIONS).emit(0);

        assertTrue(TcpHeader.parse(segment, 0, 19).isEmpty());
        assertTrue(TcpHeader.parse(segment, 0, 39).isEmpty());
        segment[12] = 0x40;
        assertTrue(TcpHeader.parse(segment, 0, 40).isEmpty());
    }

    @Test
    void anOptionCutShortEndsTheListAndIsAProblem() {
        byte[] segment = TcpHeader.of(1, 2, 3, 4, 0, 5, List.of(new MaximumSegmentSize(9), new MaximumSegmentSize(8)))
                .emit(0);
        segment[25] = 5;
        TcpHeader.seal(CLIENT, SERVER, segment);
        TcpHeader header = TcpHeader.parse(segment, 0, 28).orElseThrow();

        assertEquals(List.of(new MaximumSegmentSize(9)), header.options());
        assertEquals(List.of("TCP option of kind 2 is cut short"),
                header.describe(segment, 0, 28, CLIENT, SERVER).problems());
    }

    @Test
    void theChecksumCoversAddressesHeaderAndPayload() {
        byte[] segment = TcpHeader.of(49152, 6789, 1, 1, TcpHeader.ACK, 1, List.of()).emit(3);
        segment[22] = 'x';
        TcpHeader.seal(CLIENT, SERVER, segment);

        assertTrue(TcpHeader.verify(CLIENT, SERVER, segment, 0, 23));
        assertFalse(TcpHeader.verify(CLIENT, Ipv4Address.of(10, 0, 2, 3), segment, 0, 23));
        segment[22] = 'y';
        assertFalse(TcpHeader.verify(CLIENT, SERVER, segment, 0, 23));
        TcpHeader header = TcpHeader.parse(segment, 0, 23).orElseThrow();
        assertEquals(List.of("bad checksum"), header.describe(segment, 0, 23, CLIENT, SERVER).problems());
    }

    @Test
    void theDescriptionNamesFieldsAsWiresharkDoes() {
        byte[] segment = TcpHeader.of(49152, 6789, -1, 1, TcpHeader.SYN | TcpHeader.ACK, 64240, SYN_OPTIONS).emit(0);
        byte[] frame = new byte[34 + segment.length];
        System.arraycopy(segment, 0, frame, 34, segment.length);
        TcpHeader.seal(CLIENT, SERVER, segment);
        System.arraycopy(segment, 0, frame, 34, segment.length);

        Envelope envelope = TcpHeader.parse(frame, 34, segment.length).orElseThrow()
                .describe(frame, 34, segment.length, CLIENT, SERVER);

        assertEquals("49152 → 6789 [SYN, ACK] Seq=4294967295 Ack=1 Win=64240 Len=0", envelope.summary());
        assertEquals(List.of(), envelope.problems());
        assertEquals(
                "srcport dstport seq_raw ack_raw hdr_len flags flags.res flags.ae flags.cwr flags.ece flags.urg flags.ack "
                        + "flags.push flags.reset flags.syn flags.fin window_size_value checksum urgent_pointer options options.mss "
                        + "option_kind option_len options.mss_val options.sack_perm option_kind option_len options.timestamp "
                        + "option_kind option_len options.timestamp.tsval options.timestamp.tsecr options.nop option_kind "
                        + "options.wscale option_kind option_len options.wscale.shift",
                envelope.fields().stream().map(value -> value.field().name().replaceFirst("tcp\\.", ""))
                        .collect(Collectors.joining(" ")));
        assertEquals("40 bytes", text(envelope, "tcp.hdr_len"));
        assertEquals("0x012 (SYN, ACK)", text(envelope, "tcp.flags"));
        assertEquals("7 (multiply by 128)", text(envelope, "tcp.options.wscale"));
        assertEquals(34 + 39, value(envelope, "tcp.options.wscale.shift").offset());
    }

    private static String text(Envelope envelope, String name) {
        return value(envelope, name).text();
    }

    private static FieldValue value(Envelope envelope, String name) {
        return envelope.fields().stream().filter(value -> value.field().name().equals(name)).findFirst().orElseThrow();
    }
}
