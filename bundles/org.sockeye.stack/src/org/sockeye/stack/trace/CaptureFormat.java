package org.sockeye.stack.trace;

import java.io.IOException;
import java.util.Optional;

/** A kind of capture file, being read. */
interface CaptureFormat {

    /** The next frame; empty at the end of the file. */
    Optional<CapturedFrame> next() throws IOException;

    /** What holds for all frames from here on, until it changes: to be given back to {@link #resume}. */
    CaptureSection section();

    /** The input stands before a frame that has been read once: it is to be read again. */
    void resume(CaptureSection section, int number);
}
