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
        super(file + ":" + line + ": " + visible(mistake));
    }

    /** What is quoted of a file may have characters that would break the line or the terminal. */
    private static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(letter -> {
            if (letter == '\n') {
                visible.append("\\n");
            } else if (Character.isISOControl(letter) || Character.getType(letter) == Character.LINE_SEPARATOR) {
                visible.append(String.format("\\u%04x", letter));
            } else {
                visible.appendCodePoint(letter);
            }
        });
        return visible.toString();
    }
}
