package org.sockeye.inspect;

import java.util.List;
import org.sockeye.stack.wire.Layer;

/** How far up a device reads. */
public enum DeviceKind {
    HOST(Layer.APPLICATION),
    ROUTER(Layer.NETWORK),
    SWITCH(Layer.LINK);

    private final Layer top;

    DeviceKind(Layer top) {
        this.top = top;
    }

    /** The highest layer it has; it has all below, too. */
    public Layer top() {
        return top;
    }

    /** The layers it has, from its highest down to the physical one. */
    public List<Layer> layers() {
        return List.of(Layer.values()).subList(top.ordinal(), Layer.values().length);
    }

    /** Such as "A–P" for a host. */
    public String range() {
        return top.letter() + "–" + Layer.PHYSICAL.letter();
    }
}
