package org.sockeye.stack.socket;

/** Why a socket call failed, with the words that Linux (and so the JDK) uses for it. */
public enum Errno {
    EACCES("Permission denied"),
    EADDRINUSE("Address already in use"),
    EADDRNOTAVAIL("Cannot assign requested address"),
    EAFNOSUPPORT("Address family not supported by protocol"),
    ECONNABORTED("Software caused connection abort"),
    ECONNREFUSED("Connection refused"),
    ECONNRESET("Connection reset"),
    EDESTADDRREQ("Destination address required"),
    EHOSTUNREACH("No route to host"),
    EINPROGRESS("Operation now in progress"),
    EINVAL("Invalid argument"),
    EISCONN("Transport endpoint is already connected"),
    EMSGSIZE("Message too long"),
    ENETUNREACH("Network is unreachable"),
    ENOENT("No such file or directory"),
    ENOPROTOOPT("Protocol not available"),
    ENODEV("No such device"),
    ENOTCONN("Transport endpoint is not connected"),
    EOPNOTSUPP("Operation not supported"),
    EPIPE("Broken pipe"),
    EPROTO("Protocol error"),
    ETIMEDOUT("Connection timed out");

    private final String text;

    Errno(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
