package org.sockeye.programs;

/** An extension of the stack that cannot be used; the message is one line with the remedy. */
public final class ExtensionException extends Exception {

    private static final long serialVersionUID = 1L;

    public ExtensionException(String message) {
        super(message);
    }
}
