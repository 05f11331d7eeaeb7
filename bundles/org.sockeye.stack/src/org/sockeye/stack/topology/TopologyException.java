package org.sockeye.stack.topology;

/** A topology file that cannot be used; the message is one line: the place, what is wrong there, and the remedy. */
public final class TopologyException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * A mistake in a file.
     *
     * @param line from 1
     */
    public TopologyException(String file, int line, String mistake) {
        super(file + ":" + line + ": " + mistake);
    }
}
