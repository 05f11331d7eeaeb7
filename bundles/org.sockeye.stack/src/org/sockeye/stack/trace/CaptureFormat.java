package org.sockeye.stack.trace;

import java.io.IOException;
import java.util.Optional;

/** A kind of capture file, being read. */
interface CaptureFormat {

    /** The next frame; empty at the end of the file. */
    Optional<CapturedFrame> next() throws IOException;
}
