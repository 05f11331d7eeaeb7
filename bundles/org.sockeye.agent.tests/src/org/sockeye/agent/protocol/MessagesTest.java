package org.sockeye.agent.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one side writes, the other reads. */
class MessagesTest {

    /** What follows the length, which must be right. */
    private static ByteBuffer body(byte[] frame) {
        ByteBuffer buffer = ByteBuffer.wrap(frame);
        assertEquals(frame.length - 4, buffer.getInt());
        return buffer.slice();
    }

    @ParameterizedTest
    @EnumSource
    void aCallArrivesAsItWasSent(Operation operation) {
        Call call = new Call(operation, 7, -3, "main\0Ünïcode\0X.java\00012", new byte[] { 1, 0, -1 });
        Call read = Call.decode(body(call.encode()));
        assertEquals(operation, read.operation());
        assertEquals(7, read.socket());
        assertEquals(-3, read.number());
        assertEquals(call.origin(), read.origin());
        assertArrayEquals(call.bytes(), read.bytes());
    }

    @ParameterizedTest
    @EnumSource
    void aReplyArrivesAsItWasSent(Reply.Outcome outcome) {
        Reply reply = new Reply(outcome, 0, 1 << 30, new byte[Call.LARGEST]).with(Reply.PLUG).with(Reply.TAKE_TOKEN);
        Reply read = Reply.decode(body(reply.encode()));
        assertEquals(outcome, read.outcome());
        assertEquals(Reply.PLUG | Reply.TAKE_TOKEN, read.flags());
        assertEquals(1 << 30, read.value());
        assertArrayEquals(reply.bytes(), read.bytes());
    }

    @ParameterizedTest
    @EnumSource
    void aHelloArrivesAsItWasSent(Role role) {
        Hello hello = new Hello(role, 1L << 40, 5, "secret");
        assertEquals(hello, Hello.decode(body(hello.encode())));
    }

    @ParameterizedTest
    @EnumSource
    void aCommandArrivesAsItWasSentAndHasAlwaysTheSameLength(Command.Kind kind) {
        Command command = new Command(kind, SharedLayout.MOST_SLOTS - 1);
        assertEquals(Command.SIZE, command.encode().length);
        assertEquals(command, Command.decode(ByteBuffer.wrap(command.encode())));
    }

    @Test
    void aFailureNamesTheErrorAndItsWords() {
        Reply read = Reply.decode(body(Reply.failed("ECONNREFUSED", "Connection refused").encode()));
        assertEquals("ECONNREFUSED\0Connection refused", Texts.text(read.bytes()));
    }

    @Test
    void anEndpointTakesTheSameRoomInBothVersionsOfIp() {
        Sockaddr four = new Sockaddr(Sockaddr.wide(new byte[] { 10, 0, 1, -2 }), 0, 65535);
        byte[] encoded = four.before(new byte[] { 7 });
        assertEquals(Sockaddr.LENGTH + 1, encoded.length);
        assertEquals(65535, Sockaddr.decode(encoded, 0).port());
        assertArrayEquals(new byte[] { 10, 0, 1, -2 }, Sockaddr.plain(Sockaddr.decode(encoded, 0).address()));
        byte[] linkLocal = { (byte) 0xfe, (byte) 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1 };
        Sockaddr six = Sockaddr.decode(new Sockaddr(linkLocal, 2, 80).encode(), 0);
        assertArrayEquals(linkLocal, Sockaddr.plain(six.address()));
        assertEquals(2, six.scope());
    }

    @Test
    void aGroupArrivesAsItWasSent() {
        byte[] group = Sockaddr.wide(new byte[] { -32, 0, 0, 9 });
        byte[] at = Sockaddr.wide(new byte[] { 10, 0, 1, 2 });
        Group read = Group.decode(new Group(group, at, Sockaddr.NONE.address(), 3).encode());
        assertArrayEquals(group, read.group());
        assertArrayEquals(at, read.at());
        assertArrayEquals(new byte[16], read.source());
        assertEquals(3, read.index());
    }

    @Test
    void slotsFillTheSharedMemoryToItsEndAndDoNotOverlapWhatIsBeforeThem() {
        assertEquals(SharedLayout.SIZE, SharedLayout.slot(SharedLayout.MOST_SLOTS));
        assertEquals(0, SharedLayout.slot(0) % SharedLayout.SLOT_SIZE);
    }
}
