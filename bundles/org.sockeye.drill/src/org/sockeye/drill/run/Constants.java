package org.sockeye.drill.run;

import java.util.Map;
import java.util.OptionalLong;

/** The values of the constants that scripts name, as on Linux. */
final class Constants {

    static final int O_NONBLOCK = 0x800;
    static final int O_RDWR = 2;

    static final int POLLIN = 0x001;
    static final int POLLPRI = 0x002;
    static final int POLLOUT = 0x004;
    static final int POLLERR = 0x008;
    static final int POLLHUP = 0x010;
    static final int POLLNVAL = 0x020;
    static final int POLLRDHUP = 0x2000;
    static final int EPOLLEXCLUSIVE = 1 << 28;
    static final int EPOLLONESHOT = 1 << 30;
    static final int EPOLLET = 1 << 31;

    static final int MSG_OOB = 0x1;
    static final int MSG_PEEK = 0x2;
    static final int MSG_TRUNC = 0x20;
    static final int MSG_DONTWAIT = 0x40;
    static final int MSG_EOR = 0x80;
    static final int MSG_WAITALL = 0x100;
    static final int MSG_NOSIGNAL = 0x4000;
    static final int MSG_MORE = 0x8000;
    static final int MSG_ZEROCOPY = 0x400_0000;
    static final int MSG_CMSG_CLOEXEC = 0x4000_0000;

    private static final Map<String, Long> VALUES = Map.<String, Long>ofEntries(entry("O_RDONLY", 0),
            entry("O_WRONLY", 1),
            entry("O_RDWR", O_RDWR), entry("O_NONBLOCK", O_NONBLOCK), entry("O_CLOEXEC", 0x80000),
            entry("POLLIN", POLLIN), entry("POLLPRI", POLLPRI), entry("POLLOUT", POLLOUT), entry("POLLERR", POLLERR),
            entry("POLLHUP", POLLHUP), entry("POLLNVAL", POLLNVAL), entry("POLLRDHUP", POLLRDHUP),
            entry("POLLRDNORM", 0x40), entry("POLLWRNORM", 0x100), entry("EPOLLIN", POLLIN), entry("EPOLLPRI", POLLPRI),
            entry("EPOLLOUT", POLLOUT), entry("EPOLLERR", POLLERR), entry("EPOLLHUP", POLLHUP),
            entry("EPOLLRDHUP", POLLRDHUP), entry("EPOLLRDNORM", 0x40), entry("EPOLLWRNORM", 0x100),
            entry("EPOLLET", 0x8000_0000L), entry("EPOLLONESHOT", EPOLLONESHOT),
            entry("EPOLLEXCLUSIVE", EPOLLEXCLUSIVE),
            entry("MSG_OOB", MSG_OOB), entry("MSG_PEEK", MSG_PEEK), entry("MSG_TRUNC", MSG_TRUNC),
            entry("MSG_DONTWAIT", MSG_DONTWAIT), entry("MSG_EOR", MSG_EOR), entry("MSG_WAITALL", MSG_WAITALL),
            entry("MSG_NOSIGNAL", MSG_NOSIGNAL), entry("MSG_MORE", MSG_MORE),
            entry("MSG_CMSG_CLOEXEC", MSG_CMSG_CLOEXEC), entry("MSG_ZEROCOPY", MSG_ZEROCOPY),
            entry("SHUT_RD", 0), entry("SHUT_WR", 1), entry("SHUT_RDWR", 2), entry("SOCK_NONBLOCK", O_NONBLOCK),
            entry("SOCK_CLOEXEC", 0x80000), entry("SOCK_STREAM", 1), entry("SOCK_DGRAM", 2), entry("SOCK_RAW", 3),
            entry("AF_UNSPEC", 0), entry("AF_INET", 2), entry("AF_INET6", 10), entry("IPPROTO_IP", 0),
            entry("IPPROTO_TCP", 6), entry("IPPROTO_UDP", 17), entry("IP_PMTUDISC_DONT", 0),
            entry("IP_PMTUDISC_WANT", 1),
            entry("IP_PMTUDISC_DO", 2), entry("IP_PMTUDISC_PROBE", 3), entry("TCP_CA_Open", 0),
            entry("TCPI_OPT_TIMESTAMPS", 1), entry("TCPI_OPT_SACK", 2), entry("TCPI_OPT_WSCALE", 4),
            entry("TCPI_OPT_ECN", 8), entry("TCPI_OPT_ECN_SEEN", 16), entry("TCPI_OPT_SYN_DATA", 32),
            entry("TCP_CA_Disorder", 1), entry("TCP_CA_CWR", 2), entry("TCP_CA_Recovery", 3), entry("TCP_CA_Loss", 4),
            entry("SOMAXCONN", 4096), entry("EPOLL_CTL_ADD", 1), entry("EPOLL_CTL_DEL", 2), entry("EPOLL_CTL_MOD", 3));

    private Constants() {
    }

    private static Map.Entry<String, Long> entry(String name, long value) {
        return Map.entry(name, value);
    }

    /** The value of the constant, be it the name of an error, or empty if none of that name is known. */
    static OptionalLong value(String name) {
        Long value = VALUES.get(name);
        if (value != null) {
            return OptionalLong.of(value);
        }
        if (Errnos.number(name) >= 0) {
            return OptionalLong.of(Errnos.number(name));
        }
        return name.matches("-?\\d+|0[xX][0-9a-fA-F]+") ? OptionalLong.of(Long.decode(name)) : OptionalLong.empty();
    }
}
