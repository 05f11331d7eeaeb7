#include "address.h"
#include "clock.h"
#include "transfer.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

/* All bytes of a message in one piece: those of its one part, or copied together into memory that is to be freed. */
static const uint8_t *gather(const struct msghdr *message, size_t *length, void **joined) {
    *joined = NULL;
    *length = 0;
    for (size_t i = 0; i < message->msg_iovlen; i++) {
        *length += message->msg_iov[i].iov_len;
    }
    if (message->msg_iovlen == 1) {
        return message->msg_iov[0].iov_base;
    }
    uint8_t *copy = *joined = malloc(*length + 1);
    for (size_t i = 0, at = 0; copy != NULL && i < message->msg_iovlen; i++) {
        memcpy(copy + at, message->msg_iov[i].iov_base, message->msg_iov[i].iov_len);
        at += message->msg_iov[i].iov_len;
    }
    return copy;
}

/* A broken pipe kills whoever does not ask to be spared. */
static ssize_t failed(int flags) {
    if (errno == EPIPE && (flags & MSG_NOSIGNAL) == 0) {
        raise(SIGPIPE);
        errno = EPIPE;
    }
    return -1;
}

/* A call that may block takes everything, as in Linux; one that may not takes what there is room for. */
static ssize_t send_stream(int descriptor, struct socket *socket, const uint8_t *bytes, size_t length, int flags,
        const char *what) {
    size_t done = 0;
    bool patient = sockets_is_patient(descriptor, flags);
    do {
        size_t part = length - done < CALL_LARGEST ? length - done : CALL_LARGEST;
        bool urgent = (flags & MSG_OOB) != 0 && done + part == length;
        struct call call = { .operation = urgent ? OPERATION_WRITE_URGENT : OPERATION_WRITE, .sends = true,
            .bytes = bytes + done, .length = part };
        struct reply reply = sockets_call(descriptor, socket, call);
        free(reply.bytes);
        if (reply.outcome == OUTCOME_DONE) {
            done += (size_t) reply.value;
        } else if (done > 0 && (reply.outcome == OUTCOME_FAILED || !patient)) {
            break;
        } else if (reply.outcome == OUTCOME_FAILED) {
            return failed(flags);
        } else if (!patient) {
            clock_look_in_vain();
            errno = EAGAIN;
            return -1;
        } else if (!sockets_wait(descriptor, socket, POLLOUT, socket->send_limit, what)) {
            return done > 0 ? (ssize_t) done : -1;
        }
    } while (done < length);
    return (ssize_t) done;
}

static ssize_t send_datagram(int descriptor, struct socket *socket, const struct msghdr *message,
        const uint8_t *bytes, size_t length) {
    uint8_t to[SOCKADDR_LENGTH] = { 0 };
    if (message->msg_name != NULL && message->msg_namelen > 0) {
        int error = address_to_network(message->msg_name, message->msg_namelen, to);
        if (error != 0 || to[SOCKADDR_LENGTH - 2] + to[SOCKADDR_LENGTH - 1] == 0) {
            errno = error != 0 ? error : EINVAL;
            return -1;
        }
    } else if (!socket->connected) {
        errno = EDESTADDRREQ;
        return -1;
    }
    struct call call = { .operation = OPERATION_SEND, .sends = true, .head = to, .head_length = sizeof to,
        .bytes = bytes, .length = length };
    if (length > UINT16_MAX) {
        errno = EMSGSIZE;
        return -1;
    }
    struct reply reply = sockets_call(descriptor, socket, call);
    free(reply.bytes);
    return reply.outcome == OUTCOME_FAILED ? -1 : (ssize_t) length;
}

ssize_t transfer_send(int descriptor, struct socket *socket, const struct msghdr *message, int flags,
        const char *what) {
    if ((flags & MSG_OOB) != 0 && !socket->stream) {
        errno = EOPNOTSUPP;
        return -1;
    }
    if (socket->stream && !socket->connected && !socket->connecting) {
        errno = EPIPE;
        return failed(flags);
    }
    void *joined;
    size_t length;
    const uint8_t *bytes = gather(message, &length, &joined);
    ssize_t count = socket->stream ? send_stream(descriptor, socket, bytes, length, flags, what)
        : send_datagram(descriptor, socket, message, bytes, length);
    free(joined);
    return count;
}
