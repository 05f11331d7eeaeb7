/* Naming and life-cycle of sockets: socket, bind, listen, accept, connect, shutdown, getsockname, getpeername. */
#include "address.h"
#include "clock.h"
#include "real.h"
#include "sockets.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>

HOOK int socket(int domain, int type, int protocol) {
    if (!clock_runs() || (domain != AF_INET && domain != AF_INET6)) {
        return REAL(socket)(domain, type, protocol);
    }
    int kind = type & ~(SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (kind != SOCK_STREAM && kind != SOCK_DGRAM) {
        errno = kind == SOCK_RAW ? EPERM : ESOCKTNOSUPPORT;
        return -1;
    }
    if (protocol != 0 && protocol != (kind == SOCK_STREAM ? IPPROTO_TCP : IPPROTO_UDP)) {
        errno = EPROTONOSUPPORT;
        return -1;
    }
    return sockets_open(kind == SOCK_STREAM ? ROLE_STREAM : ROLE_DATAGRAM, domain == AF_INET6, 0, type);
}

/* An address for the network; false and errno if it is none. */
static bool endpoint(const struct sockaddr *address, socklen_t length, uint8_t *into) {
    int error = address_to_network(address, length, into);
    if (error != 0) {
        errno = error;
    }
    return error == 0;
}

HOOK int bind(int descriptor, const struct sockaddr *address, socklen_t length) {
    struct socket *socket = sockets_at(descriptor);
    if (socket == NULL) {
        return REAL(bind)(descriptor, address, length);
    }
    uint8_t local[SOCKADDR_LENGTH];
    return endpoint(address, length, local)
        ? sockets_do(descriptor, socket, OPERATION_BIND, 0, local, sizeof local) : -1;
}

HOOK int listen(int descriptor, int backlog) {
    struct socket *socket = sockets_at(descriptor);
    if (socket == NULL) {
        return REAL(listen)(descriptor, backlog);
    }
    if (!socket->stream) {
        errno = EOPNOTSUPP;
        return -1;
    }
    socket->listens = true;
    return sockets_do(descriptor, socket, OPERATION_LISTEN, backlog, NULL, 0);
}

static int accept_one(int descriptor, struct socket *socket, struct sockaddr *address, socklen_t *length, int flags) {
    bool patient = sockets_is_patient(descriptor, 0);
    while (true) {
        struct reply reply = sockets_call(descriptor, socket, (struct call) { .operation = OPERATION_ACCEPT });
        if (reply.outcome == OUTCOME_DONE) {
            int accepted = sockets_open(ROLE_ACCEPTED, socket->ipv6, reply.value, flags);
            if (accepted >= 0) {
                sockets_at(accepted)->connected = true;
                address_to_program(reply.bytes, socket->ipv6, address, length);
            }
            free(reply.bytes);
            return accepted;
        }
        free(reply.bytes);
        if (reply.outcome == OUTCOME_FAILED) {
            return -1;
        }
        if (!patient) {
            clock_look_in_vain();
            errno = EAGAIN;
            return -1;
        }
        if (!sockets_wait(descriptor, socket, POLLIN, socket->receive_limit, "accept")) {
            return -1;
        }
    }
}

HOOK int accept4(int descriptor, struct sockaddr *address, socklen_t *length, int flags) {
    struct socket *socket = sockets_at(descriptor);
    if (socket == NULL) {
        return REAL(accept4)(descriptor, address, length, flags);
    }
    if (!socket->stream || !socket->listens) {
        errno = socket->stream ? EINVAL : EOPNOTSUPP;
        return -1;
    }
    return accept_one(descriptor, socket, address, length, flags);
}

HOOK int accept(int descriptor, struct sockaddr *address, socklen_t *length) {
    return sockets_at(descriptor) == NULL ? REAL(accept)(descriptor, address, length)
        : accept4(descriptor, address, length, 0);
}

/* How a connection under way has come out: 0, or -1 and errno, EAGAIN if it has not yet. */
static int outcome(int descriptor, struct socket *socket) {
    struct reply reply = sockets_call(descriptor, socket, (struct call) { .operation = OPERATION_CONNECTED });
    free(reply.bytes);
    if (reply.outcome == OUTCOME_AGAIN) {
        errno = EAGAIN;
        return -1;
    }
    socket->connecting = false;
    socket->connected = reply.outcome == OUTCOME_DONE;
    return socket->connected ? 0 : -1;
}

int socket_error(int descriptor, struct socket *socket) {
    int before = errno;
    struct call call = { .operation = OPERATION_GET_OPTION, .number = OPTION_ERROR };
    int error = 0;
    if (socket->connecting) {
        error = outcome(descriptor, socket) < 0 && errno != EAGAIN ? errno : 0;
    } else {
        struct reply reply = sockets_call(descriptor, socket, call);
        error = reply.outcome == OUTCOME_FAILED ? errno : 0;
        free(reply.bytes);
    }
    errno = before;
    return error;
}

static int await_connection(int descriptor, struct socket *socket) {
    while (sockets_wait(descriptor, socket, POLLOUT, socket->send_limit, "connect")) {
        if (outcome(descriptor, socket) == 0) {
            return 0;
        }
        if (errno != EAGAIN) {
            return -1;
        }
    }
    if (errno == EAGAIN) {
        errno = EINPROGRESS; /* what Linux says when SO_SNDTIMEO has passed */
    }
    return -1;
}

static int connect_stream(int descriptor, struct socket *socket, const uint8_t *remote) {
    bool patient = sockets_is_patient(descriptor, 0);
    if (socket->connected) {
        errno = EISCONN;
        return -1;
    }
    if (socket->connecting) {
        if (outcome(descriptor, socket) == 0) {
            return 0;
        }
        if (errno == EAGAIN && !patient) {
            errno = EALREADY;
        }
        return errno == EAGAIN ? await_connection(descriptor, socket) : -1;
    }
    struct call call = { .operation = OPERATION_CONNECT, .bytes = remote, .length = SOCKADDR_LENGTH };
    struct reply reply = sockets_call(descriptor, socket, call);
    free(reply.bytes);
    if (reply.outcome == OUTCOME_FAILED) {
        return -1;
    }
    socket->connected = reply.outcome == OUTCOME_DONE;
    socket->connecting = !socket->connected;
    if (socket->connecting && !patient) {
        errno = EINPROGRESS;
        return -1;
    }
    return socket->connected ? 0 : await_connection(descriptor, socket);
}

HOOK int connect(int descriptor, const struct sockaddr *address, socklen_t length) {
    struct socket *socket = sockets_at(descriptor);
    if (socket == NULL) {
        return REAL(connect)(descriptor, address, length);
    }
    uint8_t remote[SOCKADDR_LENGTH];
    if (!socket->stream && address != NULL && address->sa_family == AF_UNSPEC) {
        socket->connected = false;
        return sockets_do(descriptor, socket, OPERATION_DISCONNECT, 0, NULL, 0);
    }
    if (!endpoint(address, length, remote)) {
        return -1;
    }
    if (socket->stream) {
        return connect_stream(descriptor, socket, remote);
    }
    int done = sockets_do(descriptor, socket, OPERATION_CONNECT, 0, remote, sizeof remote);
    socket->connected = done == 0;
    return done;
}

HOOK int shutdown(int descriptor, int how) {
    struct socket *socket = sockets_at(descriptor);
    return socket == NULL ? REAL(shutdown)(descriptor, how)
        : sockets_do(descriptor, socket, OPERATION_SHUTDOWN, how, NULL, 0);
}

static int name(int descriptor, struct socket *socket, enum operation operation, struct sockaddr *address,
        socklen_t *length) {
    struct reply reply = sockets_call(descriptor, socket, (struct call) { .operation = operation });
    if (reply.outcome == OUTCOME_DONE) {
        address_to_program(reply.bytes, socket->ipv6, address, length);
    }
    free(reply.bytes);
    return reply.outcome == OUTCOME_DONE ? 0 : -1;
}

HOOK int getsockname(int descriptor, struct sockaddr *address, socklen_t *length) {
    struct socket *socket = sockets_at(descriptor);
    return socket == NULL ? REAL(getsockname)(descriptor, address, length)
        : name(descriptor, socket, OPERATION_LOCAL, address, length);
}

HOOK int getpeername(int descriptor, struct sockaddr *address, socklen_t *length) {
    struct socket *socket = sockets_at(descriptor);
    if (socket == NULL) {
        return REAL(getpeername)(descriptor, address, length);
    }
    if (socket->connecting) {
        socket_error(descriptor, socket);
    }
    if (!socket->connected) {
        errno = ENOTCONN;
        return -1;
    }
    return name(descriptor, socket, OPERATION_REMOTE, address, length);
}
