package org.sockeye.labs.format;

import java.nio.file.Path;

/** A lab that is not as it should be. The message is one line: file, line, what, and the remedy. */
public final class LabException extends Exception {

    private static final long serialVersionUID = 1L;

    public LabException(String message) {
        super(message);
    }

    /**
     * Names the place.
     *
     * @param line counted from 1; 0 if the fault is that of the whole file
     */
    public static LabException at(Path file, int line, String what, String remedy) {
        return new LabException(file + (line > 0 ? ":" + line : "") + ": " + what + "; " + remedy);
    }
}
