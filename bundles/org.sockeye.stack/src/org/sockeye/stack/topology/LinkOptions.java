package org.sockeye.stack.topology;

import java.util.function.UnaryOperator;
import org.sockeye.stack.link.EthernetInterface;
import org.sockeye.stack.physical.LinkConditions;

/**
 * What may be asked of a link.
 *
 * @param there what a run begins with, from the device that is named first
 * @param back the same from the device that is named second
 * @param maximumPayload the largest payload of a frame (MTU) in bytes, 68 (RFC 791, section 3.2) to 65535
 */
public record LinkOptions(LinkConditions there, LinkConditions back, int maximumPayload) {

    /** A cable that loses nothing. */
    public static final LinkOptions USUAL = new LinkOptions(LinkConditions.GOOD, LinkConditions.GOOD,
            EthernetInterface.MAXIMUM_PAYLOAD);

    /** A radio link that loses nothing, at 54 Mbit/s, the fastest of 802.11g. */
    public static final LinkOptions RADIO = USUAL
            .withBoth(cable -> cable.withDelay(0).withRate(54_000_000));

    private static final int SMALLEST_PAYLOAD = 68;
    private static final int LARGEST_PAYLOAD = 65535;

    public LinkOptions {
        if (maximumPayload < SMALLEST_PAYLOAD || maximumPayload > LARGEST_PAYLOAD) {
            throw new IllegalArgumentException("an MTU has " + SMALLEST_PAYLOAD + " to " + LARGEST_PAYLOAD
                    + " bytes, not " + maximumPayload + "; Ethernet's is 1500");
        }
    }

    public LinkOptions withThere(LinkConditions conditions) {
        return new LinkOptions(conditions, back, maximumPayload);
    }

    public LinkOptions withBack(LinkConditions conditions) {
        return new LinkOptions(there, conditions, maximumPayload);
    }

    /** Both directions changed. */
    public LinkOptions withBoth(UnaryOperator<LinkConditions> change) {
        return new LinkOptions(change.apply(there), change.apply(back), maximumPayload);
    }

    public LinkOptions withMaximumPayload(int bytes) {
        return new LinkOptions(there, back, bytes);
    }
}
