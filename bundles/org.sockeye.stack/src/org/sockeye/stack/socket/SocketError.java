package org.sockeye.stack.socket;

/** A socket call that failed; the caller's to answer, as with any system call. */
public final class SocketError extends Exception {

    private static final long serialVersionUID = 1L;

    private final Errno errno;

    public SocketError(Errno errno) {
        super(errno.text());
        this.errno = errno;
    }

    public Errno errno() {
        return errno;
    }
}
