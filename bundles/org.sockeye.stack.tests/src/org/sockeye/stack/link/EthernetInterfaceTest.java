package org.sockeye.stack.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.physical.Cable;
import org.sockeye.stack.physical.LinkConditions;
import org.sockeye.stack.time.EventQueue;
import org.sockeye.stack.time.Randomness;
import org.sockeye.stack.trace.Content;
import org.sockeye.stack.trace.LinkEnd;
import org.sockeye.stack.trace.Message;
import org.sockeye.stack.trace.MessageSlice;
import org.sockeye.stack.trace.Note;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.trace.Trace;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.MacAddress;

class EthernetInterfaceTest {

    private static final LinkEnd A = new LinkEnd("a", "eth0");
    private static final LinkEnd B = new LinkEnd("b", "eth0");
    private static final MacAddress MAC_A = new MacAddress(0x02000000000aL);
    private static final MacAddress MAC_B = new MacAddress(0x02000000000bL);

    private final EventQueue events = new EventQueue();
    private final Trace trace = new Trace();
    private final Cable link = new Cable("a-b", A, B, LinkConditions.GOOD, events, trace, new Randomness(1));
    private final LinkService a = new EthernetInterface(A, MAC_A, 1500, link, events, trace);
    private final LinkService b = new EthernetInterface(B, MAC_B, 1500, link, events, trace);
    private final List<Content> payloads = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();

    EthernetInterfaceTest() {
        b.attach((type, broadcast, payload) -> {
            heard.add(Integer.toHexString(type) + (broadcast ? " to all" : " to me"));
            payloads.add(payload);
        });
    }

    private void settle() {
        while (events.runNext()) {
            continue;
        }
    }

    @Test
    void takesWhatIsForItOrForAll() {
        a.send(MAC_B, EthernetFrame.IPV4, Content.of(new byte[50]));
        a.send(MacAddress.BROADCAST, EthernetFrame.ARP, Content.of(new byte[50]));
        a.send(MAC_A, EthernetFrame.IPV4, Content.of(new byte[50]));
        settle();
        assertEquals(List.of("800 to me", "806 to all"), heard);
    }

    @Test
    void handsUpThePayloadWithItsPaddingAndItsMessages() {
        Message message = new Message(1, 0, Origin.stack("a"), 3);
        a.send(MAC_B, EthernetFrame.IPV4,
                new Content(new byte[] { 9, 1, 2, 3 }, List.of(new MessageSlice(message, 0, 3, 1))));
        settle();
        Content arrived = payloads.get(0);
        assertEquals(46, arrived.bytes().length);
        assertArrayEquals(new byte[] { 9, 1, 2, 3, 0 }, Arrays.copyOf(arrived.bytes(), 5));
        assertEquals(List.of(new MessageSlice(message, 0, 3, 1)), arrived.messages());
        assertEquals(List.of(new MessageSlice(message, 0, 3, 15)), trace.frames().get(0).content().messages());
        assertEquals(1, arrived.frame(), "and knows the frame that it came in");
    }

    @Test
    void dropsDamagedAndStuntedFramesInWords() {
        link.conditions(link.conditions().withCorrupt(1));
        a.send(MAC_B, EthernetFrame.IPV4, Content.of(new byte[50]));
        link.conditions(link.conditions().withCorrupt(0));
        link.from(A).send(Content.of(new byte[3]));
        settle();
        assertEquals(List.of(), heard);
        assertEquals(List.of("dropped at b: bad frame check sequence", "dropped at b: bad frame check sequence"),
                trace.notes().stream().map(Note::text).toList());
        assertEquals(List.of(1, 2), trace.notes().stream().map(Note::frame).toList());
    }
}
