package org.sockeye.agent.hooks;

import java.io.InputStream;
import org.sockeye.agent.protocol.Call;
import org.sockeye.agent.protocol.Operation;
import org.sockeye.agent.protocol.Wait;

/**
 * Standard input that comes from the network, as from a terminal: no read gives more than one line, so that a program
 * which makes a new reader for each line loses nothing.
 */
public final class LineInput extends InputStream {

    private byte[] line = {};
    private int position;
    private boolean ended;

    @Override
    public synchronized int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (position == line.length && !ended) {
            line = Simulation.calls().waitFor(Wait.INPUT, new Call(Operation.INPUT, 0, 0, "", new byte[0])).bytes();
            position = 0;
            ended = line.length == 0;
        }
        if (ended) {
            return -1;
        }
        int count = Math.min(length, line.length - position);
        System.arraycopy(line, position, into, offset, count);
        position += count;
        return count;
    }

    @Override
    public synchronized int available() {
        return line.length - position;
    }
}
