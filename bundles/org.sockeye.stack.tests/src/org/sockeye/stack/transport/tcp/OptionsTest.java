package org.sockeye.stack.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.socket.TcpInfo.Field;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.TcpOption.MaximumSegmentSize;
import org.sockeye.stack.wire.TcpOption.SackPermitted;
import org.sockeye.stack.wire.TcpOption.Timestamps;
import org.sockeye.stack.wire.TcpOption.WindowScale;

/** What is offered in SYNs, what comes of it, and how the segments after it look. */
class OptionsTest {

    @Test
    void aSynOffersEverythingInTheOrderOfLinux() throws SocketError {
        Peer peer = new Peer(TcpSettings.LINUX);
        StreamSocket client = peer.host.open();
        peer.runTo(100);
        client.connect(new Endpoint(Peer.ADDRESS, Peer.PORT));
        peer.expect("100 S 0:0(0) win 64240 <mss 1460,sackOK,TS val 100 ecr 0,nop,wscale 7>");
        peer.runTo(110);
        peer.send("S.", 0, 0, 1, 65_535, new MaximumSegmentSize(1000), new SackPermitted(), peer.clocks(7000, 100),
                new WindowScale(8));
        peer.expect("110 . 1:1(0) ack 1 win 502 <nop,nop,TS val 110 ecr 7000>");

        assertEquals(7, client.info().orElseThrow().get(Field.OPTIONS));
        assertEquals(988, client.info().orElseThrow().get(Field.SND_MSS));
        assertEquals(1460, client.info().orElseThrow().get(Field.ADVMSS));
        assertEquals(8, client.info().orElseThrow().get(Field.SND_WSCALE));
        peer.write(client, 1000);
        peer.expect("110 . 1:989(988) ack 1 win 502 <nop,nop,TS val 110 ecr 7000>",
                "110 P. 989:1001(12) ack 1 win 502 <nop,nop,TS val 110 ecr 7000>");
    }

    @Test
    void withoutTimestampsTheOthersStandOnWholeWords() throws SocketError {
        Peer peer = new Peer(TcpSettings.LINUX.with(TcpSetting.TIMESTAMPS, 0));
        peer.connecting();
        peer.runTo(1000);
        peer.expect("1000 S 0:0(0) win 64240 <mss 1460,nop,nop,sackOK,nop,wscale 7>");
    }

    @Test
    void withoutSackTimestampsStandOnWholeWords() throws SocketError {
        Peer peer = new Peer(TcpSettings.LINUX.with(TcpSetting.SACK, 0).with(TcpSetting.WINDOW_SCALING, 0));
        peer.connecting();
        peer.runTo(1000);
        peer.expect("1000 S 0:0(0) win 64240 <mss 1460,nop,nop,TS val 1000 ecr 0>");
    }

    @Test
    void aSynAckNamesOnlyWhatWasOffered() throws SocketError {
        Peer peer = new Peer(TcpSettings.LINUX);
        peer.listen();
        peer.send("S", 0, 0, 0, 10_000, new MaximumSegmentSize(1000));
        peer.expect("0 S. 0:0(0) ack 1 win 64240 <mss 1460>");
    }

    @Test
    void aSynAckNamesSackAndScaleWithoutTimestamps() throws SocketError {
        Peer peer = new Peer(TcpSettings.LINUX);
        peer.listen();
        peer.send("S", 0, 0, 0, 10_000, new MaximumSegmentSize(1000), new SackPermitted(), new WindowScale(7));
        peer.expect("0 S. 0:0(0) ack 1 win 64240 <mss 1460,nop,nop,sackOK,nop,wscale 7>");
    }

    @Test
    void aSynAckEchoesTheTimestamp() throws SocketError {
        Peer peer = new Peer(TcpSettings.LINUX);
        peer.listen();
        peer.runTo(5);
        peer.send("S", 0, 0, 0, 10_000, new MaximumSegmentSize(1000), new SackPermitted(), new Timestamps(200, 0));
        peer.expect("5 S. 0:0(0) ack 1 win 65160 <mss 1460,sackOK,TS val 5 ecr 200>");
    }

    @Test
    void aWindowScaleFollowsTheLargestReceiveBuffer() throws SocketError {
        Peer peer = new Peer(Wire.PLAIN.withSysctl("net.ipv4.tcp_rmem", "4096 540000 15728640"));
        peer.listen();
        peer.send("S", 0, 0, 0, 10_000, new MaximumSegmentSize(1000), new WindowScale(7));
        peer.expect("0 S. 0:0(0) ack 1 win 65535 <mss 1460,nop,wscale 8>");
    }

    @Test
    void theTimestampEchoedIsThatOfTheFirstSegmentNotAcknowledged() throws SocketError {
        Peer peer = new Peer(TcpSettings.LINUX.with(TcpSetting.QUICK_ACKS, 0));
        StreamSocket listener = peer.listen();
        peer.send("S", 0, 0, 0, 10_000, new MaximumSegmentSize(1000), new Timestamps(200, 0));
        peer.send(".", 1, 0, 1, 10_000, peer.clocks(210, 0));
        peer.skip();
        peer.runTo(20);
        peer.send("P.", 1, 100, 1, 10_000, peer.clocks(220, 0));
        peer.runTo(30);
        peer.send("P.", 101, 100, 1, 10_000, peer.clocks(230, 0));
        peer.runTo(100);
        peer.expect("60 . 1:1(0) ack 201 win 64960 <nop,nop,TS val 60 ecr 220>");
        assertEquals(200, listener.accept().orElseThrow().available());
    }

    @Test
    void ecnIsAskedForAndGrantedOnlyWhereItIsSwitchedOn() throws SocketError {
        TcpSettings asking = Wire.PLAIN.with(TcpSetting.ECN, 1);
        Peer client = new Peer(asking);
        StreamSocket socket = client.host.open();
        socket.connect(new Endpoint(Peer.ADDRESS, Peer.PORT));
        client.expect("0 SEW 0:0(0) win 64240 <mss 1460,nop,wscale 7>");
        client.send("SE.", 0, 0, 1, 10_000, new MaximumSegmentSize(1000));
        assertEquals(8, socket.info().orElseThrow().get(Field.OPTIONS));

        Peer granting = new Peer(Wire.PLAIN.with(TcpSetting.ECN, 2));
        granting.listen();
        granting.send("SEW", 0, 0, 0, 10_000, new MaximumSegmentSize(1000));
        granting.expect("0 SE. 0:0(0) ack 1 win 64240 <mss 1460>");

        Peer refusing = new Peer();
        refusing.listen();
        refusing.send("SEW", 0, 0, 0, 10_000, new MaximumSegmentSize(1000));
        refusing.expect("0 S. 0:0(0) ack 1 win 64240 <mss 1460>");
    }

    @Test
    void aSynThatWasLostIsSentAgainWithoutEcn() throws SocketError {
        Peer peer = new Peer(Wire.PLAIN.with(TcpSetting.ECN, 1));
        peer.connecting();
        peer.runTo(1000);
        peer.expect("1000 S 0:0(0) win 64240 <mss 1460,nop,wscale 7>");
    }

    @Test
    void settingsGoByTheNamesOfLinux() {
        TcpSettings settings = TcpSettings.LINUX.withSysctl("net.ipv4.tcp_fin_timeout", "30")
                .withSysctl("tcp_wmem", "4096\t262144 4194304");
        assertEquals(30_000_000_000L, settings.get(TcpSetting.FIN_WAIT));
        assertEquals(262_144, settings.get(TcpSetting.SEND_BUFFER));
        assertThrows(IllegalArgumentException.class, () -> settings.withSysctl("tcp_wmem", "4096"));
        assertThrows(IllegalArgumentException.class, () -> settings.withSysctl("tcp_magic", "1"));
        assertThrows(IllegalArgumentException.class, () -> settings.withSysctl("tcp_sack", "on"));
        assertEquals(1, TcpSettings.LINUX.get(TcpSetting.SACK));
    }
}
