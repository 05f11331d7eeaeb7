package org.sockeye.drill.run;

import java.util.Map;

/** The numbers of errors on Linux. */
final class Errnos {

    private static final Map<String, Integer> NUMBERS = Map.ofEntries(Map.entry("EBADF", 9), Map.entry("EAGAIN", 11),
            Map.entry("EACCES", 13), Map.entry("EFAULT", 14), Map.entry("EINVAL", 22), Map.entry("EPIPE", 32),
            Map.entry("EPROTO", 71),
            Map.entry("ENOTSOCK", 88), Map.entry("EDESTADDRREQ", 89), Map.entry("EMSGSIZE", 90),
            Map.entry("EPROTONOSUPPORT", 93), Map.entry("EOPNOTSUPP", 95), Map.entry("EAFNOSUPPORT", 97),
            Map.entry("EADDRINUSE", 98), Map.entry("EADDRNOTAVAIL", 99), Map.entry("ENETUNREACH", 101),
            Map.entry("ECONNABORTED", 103), Map.entry("ECONNRESET", 104), Map.entry("EISCONN", 106),
            Map.entry("ENOTCONN", 107), Map.entry("ETIMEDOUT", 110), Map.entry("ECONNREFUSED", 111),
            Map.entry("EHOSTUNREACH", 113), Map.entry("EALREADY", 114), Map.entry("EINPROGRESS", 115));

    private Errnos() {
    }

    /** The number, or -1 of one that is not known. */
    static int number(String name) {
        return NUMBERS.getOrDefault(name, -1);
    }
}
