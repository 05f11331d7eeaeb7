package org.sockeye.stack.physical;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.physical.Signal.Part;
import org.sockeye.stack.physical.Signal.Stretch;

/** The bits of a frame on the wire, against examples worked out by hand. */
class SignalTest {

    private static final long TEN_MEGABIT = 10_000_000;
    private static final int FRAME = 64;

    @Test
    void aPreambleOfAlternatingBitsEndsWithTwoOnes() {
        Signal signal = Signal.of(new byte[0]);
        assertEquals(64, signal.length());
        assertEquals("1010101010101010101010101010101010101010101010101010101010101011", signal.bits(0, 64));
        assertEquals(List.of(Part.PREAMBLE, Part.DELIMITER),
                List.of(signal.part(55), signal.part(56)));
    }

    @Test
    void theLowestBitOfAByteIsSentFirst() {
        Signal signal = Signal.of(new byte[] { 0x01, (byte) 0xb0 });
        assertEquals("1000000000001101", signal.bits(FRAME, FRAME + 16));
        assertEquals(Part.FRAME, signal.part(FRAME));
        assertEquals(List.of(-1, 0, 1), List.of(signal.frameByte(63), signal.frameByte(64), signal.frameByte(72)));
    }

    @Test
    void withNrzALevelLastsABit() {
        Signal signal = Signal.of(new byte[] { 0x13 });
        assertEquals("11001000", signal.bits(FRAME, FRAME + 8));
        assertArrayEquals(new int[] { 1, 1, -1, -1, 1, -1, -1, -1 }, signal.levels(LineCode.NRZ, FRAME, FRAME + 8));
    }

    @Test
    void inManchesterCodeAOneRisesAndAZeroFallsInTheMiddleOfTheBit() {
        Signal signal = Signal.of(new byte[] { 0x13 });
        assertArrayEquals(new int[] { -1, 1, -1, 1, 1, -1, 1, -1 },
                signal.levels(LineCode.MANCHESTER, FRAME, FRAME + 4));
    }

    @Test
    void thePreambleIsASquareWaveInManchesterCodeWithOneEdgeABit() {
        Signal signal = Signal.of(new byte[0]);
        List<Stretch> wave = signal.stretches(LineCode.MANCHESTER, 0, 4, TEN_MEGABIT);
        assertEquals(List.of(new Stretch(0, 50, -1), new Stretch(50, 150, 1), new Stretch(150, 250, -1),
                new Stretch(250, 350, 1), new Stretch(350, 400, -1)), wave);
    }

    @Test
    void equalBitsOfNrzAreOneStretch() {
        Signal signal = Signal.of(new byte[] { 0x0f });
        assertEquals(List.of(new Stretch(6400, 6800, 1), new Stretch(6800, 7200, -1)),
                signal.stretches(LineCode.NRZ, FRAME, FRAME + 8, TEN_MEGABIT));
    }

    @Test
    void timesFollowFromRateAndLength() {
        Signal shortest = Signal.of(new byte[64]);
        assertEquals(57_600, shortest.transmissionTime(TEN_MEGABIT), "72 bytes of 800 ns");
        assertEquals(100, Signal.bitTime(TEN_MEGABIT));
        assertEquals(19.986, Signal.bitLength(TEN_MEGABIT), 0.001, "metres of cable");
        assertEquals(500, Signal.propagationTime(LinkConditions.GOOD.withDelay(0).withLength(100)), "100 m");
        assertThrows(IllegalArgumentException.class, () -> Signal.bitTime(0));
    }
}
