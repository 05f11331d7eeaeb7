package org.sockeye.agent.hooks;

import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;

/** The process's own standard input, into which another program writes: waiting for it does not hold up simulated time. */
public final class PipedInput extends FilterInputStream {

    private final FileInputStream own;

    public PipedInput(FileInputStream own) {
        super(own);
        this.own = own;
    }

    @Override
    public int read() throws IOException {
        ProcessHooks.awaitInput(own);
        return super.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        ProcessHooks.awaitInput(own);
        return super.read(into, offset, length);
    }
}
