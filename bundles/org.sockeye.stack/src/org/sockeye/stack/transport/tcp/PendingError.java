package org.sockeye.stack.transport.tcp;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.SocketError;

/** Why a connection failed, until the program has been told, which it is once (SO_ERROR). */
final class PendingError {

    private @Nullable Errno errno;

    boolean isNone() {
        return errno == null;
    }

    void become(@Nullable Errno reason) {
        errno = reason;
    }

    Optional<Errno> take() {
        Optional<Errno> taken = Optional.ofNullable(errno);
        errno = null;
        return taken;
    }

    void raise() throws SocketError {
        Errno reason = errno;
        errno = null;
        if (reason != null) {
            throw new SocketError(reason);
        }
    }
}
