/* Socket options: those that the network knows, those that concern waiting, and others, which are remembered. */
#include "clock.h"
#include "groups.h"
#include "real.h"
#include "sockets.h"

#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>

#define MICROSECOND 1000LL
#define SECOND 1000000000LL
/* SO_SNDBUF and SO_RCVBUF: Linux doubles what is asked for. */
#define DOUBLED 2

static const struct { int level; int name; enum option option; } KNOWN[] = {
    { SOL_SOCKET, SO_REUSEADDR, OPTION_REUSE_ADDRESS }, { SOL_SOCKET, SO_BROADCAST, OPTION_BROADCAST },
    { SOL_SOCKET, SO_SNDBUF, OPTION_SEND_BUFFER }, { SOL_SOCKET, SO_RCVBUF, OPTION_RECEIVE_BUFFER },
    { SOL_SOCKET, SO_KEEPALIVE, OPTION_KEEP_ALIVE }, { SOL_SOCKET, SO_OOBINLINE, OPTION_URGENT_INLINE },
    { IPPROTO_TCP, TCP_NODELAY, OPTION_NO_DELAY }, { IPPROTO_TCP, TCP_CORK, OPTION_CORK },
    { IPPROTO_TCP, TCP_MAXSEG, OPTION_MAXIMUM_SEGMENT }, { IPPROTO_TCP, TCP_USER_TIMEOUT, OPTION_USER_TIMEOUT },
    { IPPROTO_TCP, TCP_KEEPIDLE, OPTION_KEEP_ALIVE_IDLE }, { IPPROTO_TCP, TCP_KEEPINTVL, OPTION_KEEP_ALIVE_INTERVAL },
    { IPPROTO_TCP, TCP_KEEPCNT, OPTION_KEEP_ALIVE_PROBES }, { IPPROTO_TCP, TCP_SYNCNT, OPTION_SYN_RETRIES },
    { IPPROTO_TCP, TCP_NOTSENT_LOWAT, OPTION_NOT_SENT_LOW_WATER }, { IPPROTO_TCP, TCP_QUICKACK, OPTION_QUICK_ACK },
    { IPPROTO_TCP, TCP_LINGER2, OPTION_FIN_WAIT }, { IPPROTO_IP, IP_TOS, OPTION_TRAFFIC_CLASS },
    { IPPROTO_IP, IP_TTL, OPTION_TIME_TO_LIVE }, { IPPROTO_IP, IP_MTU_DISCOVER, OPTION_PATH_MTU_DISCOVERY },
    { IPPROTO_IP, IP_MULTICAST_TTL, OPTION_MULTICAST_TTL }, { IPPROTO_IP, IP_MULTICAST_LOOP, OPTION_MULTICAST_LOOP },
    { IPPROTO_IPV6, IPV6_UNICAST_HOPS, OPTION_TIME_TO_LIVE },
    { IPPROTO_IPV6, IPV6_MULTICAST_HOPS, OPTION_MULTICAST_TTL },
    { IPPROTO_IPV6, IPV6_MULTICAST_LOOP, OPTION_MULTICAST_LOOP }, { IPPROTO_IPV6, IPV6_TCLASS, OPTION_TRAFFIC_CLASS },
    { IPPROTO_IPV6, IPV6_MULTICAST_IF, OPTION_MULTICAST_INTERFACE_6 }, { IPPROTO_IPV6, IPV6_V6ONLY, OPTION_IPV6_ONLY },
};

/* The option that the network knows by another name; -1 if it knows none such. */
static int known(int level, int name) {
    for (size_t i = 0; i < sizeof KNOWN / sizeof KNOWN[0]; i++) {
        if (KNOWN[i].level == level && KNOWN[i].name == name) {
            return (int) KNOWN[i].option;
        }
    }
    return -1;
}

static int set_known(int descriptor, struct socket *socket, int option, int value) {
    uint8_t bytes[4];
    put32(bytes, (uint32_t) value);
    return sockets_do(descriptor, socket, OPERATION_SET_OPTION, option, bytes, sizeof bytes);
}

static int get_known(int descriptor, struct socket *socket, int option, int *value) {
    struct call call = { .operation = OPERATION_GET_OPTION, .number = option };
    struct reply reply = sockets_call(descriptor, socket, call);
    free(reply.bytes);
    *value = reply.value;
    return reply.outcome == OUTCOME_FAILED ? -1 : 0;
}

static struct remembered *place(struct socket *socket, int level, int name) {
    for (int i = 0; i < SOCKETS_MOST_REMEMBERED; i++) {
        struct remembered *found = &socket->remembered[i];
        if ((found->level == level && found->name == name) || (found->level == 0 && found->name == 0)) {
            return found;
        }
    }
    return NULL;
}

static int set_limit(int64_t *limit, const struct timeval *time, socklen_t length) {
    if (length < sizeof *time || time->tv_usec < 0 || time->tv_usec >= SECOND / MICROSECOND) {
        errno = length < sizeof *time ? EINVAL : EDOM;
        return -1;
    }
    *limit = time->tv_sec >= INT64_MAX / SECOND - 1 ? 0 : time->tv_sec * SECOND + time->tv_usec * MICROSECOND;
    return 0;
}

static int set_linger(int descriptor, struct socket *socket, const struct linger *linger, socklen_t length) {
    if (length < sizeof *linger) {
        errno = EINVAL;
        return -1;
    }
    return set_known(descriptor, socket, OPTION_LINGER, linger->l_onoff ? linger->l_linger : -1);
}

HOOK int setsockopt(int descriptor, int level, int name, const void *value, socklen_t length) {
    struct socket *socket = sockets_at(descriptor);
    if (socket == NULL) {
        return REAL(setsockopt)(descriptor, level, name, value, length);
    }
    if (level == SOL_SOCKET && name == SO_RCVTIMEO) {
        return set_limit(&socket->receive_limit, value, length);
    }
    if (level == SOL_SOCKET && name == SO_SNDTIMEO) {
        return set_limit(&socket->send_limit, value, length);
    }
    if (level == SOL_SOCKET && name == SO_LINGER) {
        return set_linger(descriptor, socket, value, length);
    }
    if (groups_option(level, name)) {
        return groups_set(descriptor, socket, level, name, value, length);
    }
    int number = 0;
    if (length == 1) {
        number = *(const uint8_t *) value; /* as some options of IP may be given */
    } else {
        memcpy(&number, value, length < sizeof number ? length : sizeof number);
    }
    int option = known(level, name);
    if (option >= 0) {
        return set_known(descriptor, socket, option, number);
    }
    struct remembered *kept = place(socket, level, name);
    if (kept != NULL) {
        *kept = (struct remembered) { level, name, number };
    }
    return 0;
}

static void give(const void *from, size_t size, void *value, socklen_t *length) {
    *length = *length < size ? *length : (socklen_t) size;
    memcpy(value, from, *length);
}

static int get_number(int descriptor, struct socket *socket, int level, int name, int *number) {
    if (level == SOL_SOCKET) {
        switch (name) {
        case SO_ERROR:
            *number = socket_error(descriptor, socket);
            return 0;
        case SO_TYPE:
            *number = socket->stream ? SOCK_STREAM : SOCK_DGRAM;
            return 0;
        case SO_DOMAIN:
            *number = socket->ipv6 ? AF_INET6 : AF_INET;
            return 0;
        case SO_PROTOCOL:
            *number = socket->stream ? IPPROTO_TCP : IPPROTO_UDP;
            return 0;
        case SO_ACCEPTCONN:
            *number = socket->listens;
            return 0;
        }
    }
    int option = known(level, name);
    if (option >= 0) {
        int done = get_known(descriptor, socket, option, number);
        *number *= option == OPTION_SEND_BUFFER || option == OPTION_RECEIVE_BUFFER ? DOUBLED : 1;
        return done;
    }
    struct remembered *kept = place(socket, level, name);
    *number = kept == NULL ? 0 : kept->value;
    return 0;
}

HOOK int getsockopt(int descriptor, int level, int name, void *value, socklen_t *length) {
    struct socket *socket = sockets_at(descriptor);
    if (socket == NULL) {
        return REAL(getsockopt)(descriptor, level, name, value, length);
    }
    if (level == SOL_SOCKET && (name == SO_RCVTIMEO || name == SO_SNDTIMEO)) {
        int64_t limit = name == SO_RCVTIMEO ? socket->receive_limit : socket->send_limit;
        struct timeval time = { limit / SECOND, limit % SECOND / MICROSECOND };
        give(&time, sizeof time, value, length);
        return 0;
    }
    int number;
    if (level == SOL_SOCKET && name == SO_LINGER) {
        int done = get_known(descriptor, socket, OPTION_LINGER, &number);
        struct linger linger = { number >= 0, number < 0 ? 0 : number };
        give(&linger, sizeof linger, value, length);
        return done;
    }
    if (get_number(descriptor, socket, level, name, &number) < 0) {
        return -1;
    }
    give(&number, sizeof number, value, length);
    return 0;
}
