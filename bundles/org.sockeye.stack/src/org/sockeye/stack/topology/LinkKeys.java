package org.sockeye.stack.topology;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sockeye.stack.physical.LinkConditions;
import org.sockeye.stack.physical.Loss;

/** What a topology file may say about a link. */
final class LinkKeys {

    /** What each direction has for itself. */
    static final Keys<LinkConditions> CONDITIONS = Keys.<LinkConditions>none()
            .with("delay", (link, value) -> link.withDelay(Quantity.time(value.text())))
            .with("rate", (link, value) -> link.withRate(Quantity.rate(value.text())))
            .with("length", (link, value) -> link.withLength(Quantity.length(value.text())))
            .with("loss", (link, value) -> link.withLoss(Quantity.chance(value.text())))
            .with("burst", (link, value) -> link.withLoss(burst(link.loss(), value)))
            .with("bit-errors", (link, value) -> link.withBitErrors(Quantity.chance(value.text())))
            .with("corrupt", (link, value) -> link.withCorrupt(Quantity.chance(value.text())))
            .with("duplicate", (link, value) -> link.withDuplicate(Quantity.chance(value.text())))
            .with("reorder", (link, value) -> link.withReorder(Quantity.chance(value.text())))
            .with("queue", (link, value) -> link.withQueue(Quantity.count(value.text(), "frames")));

    /** Gilbert's and Elliott's model of losses in bursts. */
    private static final Keys<Loss> BURST = Keys.<Loss>none()
            .with("p", (loss, value) -> new Loss(Quantity.chance(value.text()), loss.r(), loss.good(), loss.bad()))
            .with("r", (loss, value) -> new Loss(loss.p(), Quantity.chance(value.text()), loss.good(), loss.bad()))
            .with("good", (loss, value) -> new Loss(loss.p(), loss.r(), Quantity.chance(value.text()), loss.bad()))
            .with("bad", (loss, value) -> new Loss(loss.p(), loss.r(), loss.good(), Quantity.chance(value.text())));

    /** What concerns the link as a whole; the directions come last, so that they overrule what is said of both. */
    private static final Keys<LinkOptions> WHOLE = Keys.<LinkOptions>none()
            .with("mtu", (link, value) -> link.withMaximumPayload(Quantity.count(value.text(), "bytes")))
            .with("there", (link, value) -> link.withThere(CONDITIONS.read(value, link.there())))
            .with("back", (link, value) -> link.withBack(CONDITIONS.read(value, link.back())));

    private LinkKeys() {
    }

    /** How many frames a burst loses on average, or the four numbers of the model. */
    private static Loss burst(Loss usual, YamlValue value) {
        return value.isMapping() ? BURST.read(value, new Loss(usual.p(), usual.r(), 0, 1))
                : Loss.bursts(usual.mean(), Quantity.number(value.text(), "frames"));
    }

    static List<String> names() {
        return Stream.concat(CONDITIONS.names().stream(), WHOLE.names().stream()).toList();
    }

    static LinkOptions apply(Map<String, YamlValue> entries, LinkOptions usual) {
        return WHOLE.apply(entries, usual.withBoth(conditions -> CONDITIONS.apply(entries, conditions)));
    }
}
