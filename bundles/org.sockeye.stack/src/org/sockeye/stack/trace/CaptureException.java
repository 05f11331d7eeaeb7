package org.sockeye.stack.trace;

import java.io.IOException;

/** A capture file that cannot be read; the message names the file, the place in it and a remedy. */
public final class CaptureException extends IOException {

    private static final long serialVersionUID = 1;

    CaptureException(String file, long offset, String what) {
        super(file + ": at byte " + offset + ": " + what);
    }
}
