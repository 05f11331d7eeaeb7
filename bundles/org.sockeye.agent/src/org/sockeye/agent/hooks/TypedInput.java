package org.sockeye.agent.hooks;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.sockeye.agent.clock.SimulatedClock;
import org.sockeye.agent.clock.Slot;
import org.sockeye.agent.protocol.SharedLayout;
import org.sockeye.agent.protocol.Wait;

/** The process's own standard input, at which somebody types: waiting for it does not hold up simulated time. */
public final class TypedInput extends FilterInputStream {

    public TypedInput(InputStream own) {
        super(own);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Slot slot = SimulatedClock.slot();
        if (slot == null) {
            return super.read(into, offset, length);
        }
        slot.enter(Wait.TYPING, SharedLayout.NEVER);
        try {
            return super.read(into, offset, length);
        } finally {
            slot.exit();
        }
    }
}
