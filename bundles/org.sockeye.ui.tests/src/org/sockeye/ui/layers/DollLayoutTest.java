package org.sockeye.ui.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sockeye.inspect.Doll;
import org.sockeye.inspect.PacketDetail;
import org.sockeye.inspect.PacketRow;
import org.sockeye.stack.wire.Layer;

class DollLayoutTest {

    private static final int WIDTH = 612;
    private static final int HEIGHT = 140;

    @Test
    void widthsAreTrueToTheBytesWhereThereIsRoom() {
        DollLayout layout = new DollLayout(frame(42), WIDTH, HEIGHT);
        assertFalse(layout.isShortened());
        double link = layout.dolls().get(1).box().width;
        double network = layout.dolls().get(2).box().width;
        assertEquals(100.0 / 82, link / network, 0.02);
    }

    @Test
    void aLongMessageIsShortenedSoThatHeadersStayLegible() {
        DollLayout layout = new DollLayout(frame(1442), WIDTH, HEIGHT);
        assertTrue(layout.isShortened());
        int header = layout.dolls().get(2).box().x - layout.dolls().get(1).box().x;
        assertTrue(header >= 60, () -> "14 bytes of header on " + header + " pixels");
    }

    @Test
    void everyDollLiesInTheOneAroundIt() {
        for (int message : new int[] { 0, 1, 42, 400, 1442 }) {
            List<DollLayout.Placed> dolls = new DollLayout(frame(message), WIDTH, HEIGHT).dolls();
            for (int i = 1; i < dolls.size(); i++) {
                assertEquals(dolls.get(i - 1).box().union(dolls.get(i).box()), dolls.get(i - 1).box(),
                        "doll " + i + " of a frame with " + message + " bytes of message");
            }
        }
    }

    /** Ethernet, IPv4 and TCP around so many bytes. */
    private static PacketDetail frame(int message) {
        Doll text = doll(Layer.APPLICATION, 54, message, 0, 0, null);
        Doll tcp = doll(Layer.TRANSPORT, 34, 20, message, 0, text);
        Doll ip = doll(Layer.NETWORK, 14, 20, message + 20, 0, tcp);
        Doll ethernet = doll(Layer.LINK, 0, 14, message + 40, 4, ip);
        Doll bits = doll(Layer.PHYSICAL, 0, 0, message + 58, 0, ethernet);
        PacketRow row = new PacketRow(1, 1, 0, "+0.000 ms", "a\u2192b", "", "", "TCP", message + 58, "",
                Layer.APPLICATION, null, List.of(), List.of());
        return new PacketDetail(row, new byte[message + 58], bits, List.of(), List.of());
    }

    private static Doll doll(Layer layer, int offset, int header, int payload, int trailer, @Nullable Doll inner) {
        return new Doll(layer, layer.name(), "", offset, header, payload, trailer, List.of(), List.of(), inner);
    }
}
