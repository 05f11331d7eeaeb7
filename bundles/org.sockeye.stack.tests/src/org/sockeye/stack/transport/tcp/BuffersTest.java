package org.sockeye.stack.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.trace.Message;
import org.sockeye.stack.trace.MessageSlice;
import org.sockeye.stack.trace.Origin;

class BuffersTest {

    private static byte at(long position) {
        return (byte) (position * 31 + (position >> 8));
    }

    private static byte[] stream(long from, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = at(from + i);
        }
        return bytes;
    }

    @Test
    void aStreamIsPutTogetherFromPiecesInAnyOrder() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            List<int[]> pieces = new ArrayList<>();
            for (int start = 1; start < 20_000;) {
                int length = 1 + random.nextInt(900);
                pieces.add(new int[] { Math.max(1, start - random.nextInt(200)), start + length });
                start += length;
            }
            Collections.shuffle(pieces, random);
            ReceiveBuffer buffer = new ReceiveBuffer(1);
            long read = 1;
            byte[] into = new byte[5000];
            for (int[] piece : pieces) {
                buffer.put(piece[0], stream(piece[0], piece[1] - piece[0]), 0, piece[1] - piece[0]);
                int count = buffer.take(into, 0, random.nextInt(into.length));
                for (int i = 0; i < count; i++) {
                    assertEquals(at(read), into[i]);
                    read++;
                }
            }
            assertFalse(buffer.hasGap());
            assertTrue(buffer.next() >= 20_000);
            assertEquals(buffer.next(), read + buffer.available());
        }
    }

    @Test
    void stretchesThatTouchBecomeOne() {
        Ranges ranges = new Ranges();
        ranges.add(10, 20);
        ranges.add(30, 40);
        ranges.add(50, 60);
        assertEquals(5, ranges.reach(5));
        ranges.add(20, 30);
        assertEquals(40, ranges.reach(10));
        assertFalse(ranges.isEmpty());
        ranges.add(45, 70);
        assertEquals(70, ranges.reach(46));
        assertTrue(ranges.isEmpty());
    }

    @Test
    void theSendBufferKnowsTheMessageOfEveryByte() {
        SendBuffer buffer = new SendBuffer(1);
        long written = 1;
        long discarded = 1;
        Random random = new Random(3);
        List<Message> owners = new ArrayList<>();
        owners.add(message(0, 0));
        for (int number = 1; number < 2000; number++) {
            Message message = message(number, 1 + random.nextInt(50));
            buffer.write(stream(written, message.length()), 0, message);
            owners.addAll(Collections.nCopies(message.length(), message));
            written += message.length();
            int length = random.nextInt((int) (written - discarded));
            long from = discarded + random.nextInt((int) (written - discarded) - length);
            byte[] into = new byte[length + 7];
            List<MessageSlice> slices = length == 0 ? List.of() : buffer.copy(from, length, into, 7);
            int covered = 7;
            for (MessageSlice slice : slices) {
                assertEquals(covered, slice.offset());
                for (int i = 0; i < slice.length(); i++) {
                    assertEquals(at(from + covered - 7), into[covered]);
                    assertEquals(owners.get((int) from + covered - 7), slice.message());
                    covered++;
                }
            }
            assertEquals(length + 7, covered);
            if (random.nextInt(5) == 0) {
                discarded += random.nextInt((int) (written - discarded));
                buffer.discardBefore(discarded);
            }
            assertEquals(written - discarded, buffer.size());
        }
    }

    @Test
    void theSendBufferKnowsWhereMessagesEnd() {
        SendBuffer buffer = new SendBuffer(1);
        buffer.write(new byte[10], 0, message(1, 10));
        buffer.write(new byte[10], 0, message(2, 10));

        assertFalse(buffer.endsMessage(1, 9));
        assertTrue(buffer.endsMessage(1, 10));
        assertTrue(buffer.endsMessage(5, 12));
        assertFalse(buffer.endsMessage(11, 9));
        assertFalse(buffer.endsMessage(21, 0));
    }

    private static Message message(int number, int length) {
        return new Message(number, 0, Origin.stack("host"), length);
    }
}
