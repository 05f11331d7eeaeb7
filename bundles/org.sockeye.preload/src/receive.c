#include "address.h"
#include "clock.h"
#include "transfer.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>

static size_t room(const struct msghdr *message) {
    size_t sum = 0;
    for (size_t i = 0; i < message->msg_iovlen; i++) {
        sum += message->msg_iov[i].iov_len;
    }
    return sum;
}

/* Copies bytes behind the first ones that the message has already. */
static size_t scatter(const uint8_t *bytes, size_t length, struct msghdr *message, size_t behind) {
    size_t done = 0;
    for (size_t i = 0; i < message->msg_iovlen && done < length; i++) {
        struct iovec *part = &message->msg_iov[i];
        size_t skipped = behind < part->iov_len ? behind : part->iov_len;
        size_t count = part->iov_len - skipped < length - done ? part->iov_len - skipped : length - done;
        behind -= skipped;
        memcpy((char *) part->iov_base + skipped, bytes + done, count);
        done += count;
    }
    return done;
}

/* Calls until there is something; false and errno if there is nothing to be had. */
static bool call(int descriptor, struct socket *socket, struct call asked, int flags, const char *what,
        struct reply *reply) {
    while (true) {
        *reply = sockets_call(descriptor, socket, asked);
        if (reply->outcome == OUTCOME_DONE) {
            return true;
        }
        free(reply->bytes);
        if (reply->outcome == OUTCOME_FAILED) {
            return false;
        }
        if (!sockets_is_patient(descriptor, flags)) {
            clock_look_in_vain();
            errno = EAGAIN;
            return false;
        }
        if (!sockets_wait(descriptor, socket, POLLIN, socket->receive_limit, what)) {
            return false;
        }
    }
}

static ssize_t receive_stream(int descriptor, struct socket *socket, struct msghdr *message, int flags,
        const char *what) {
    size_t wanted = room(message);
    size_t done = 0;
    do {
        size_t most = wanted - done < CALL_LARGEST ? wanted - done : CALL_LARGEST;
        enum operation operation = (flags & MSG_PEEK) != 0 ? OPERATION_PEEK : OPERATION_READ;
        struct reply reply;
        if (!call(descriptor, socket, (struct call) { .operation = operation, .number = (int32_t) most }, flags, what,
                &reply)) {
            return done > 0 ? (ssize_t) done : -1;
        }
        size_t count = scatter(reply.bytes, reply.length, message, done);
        free(reply.bytes);
        done += count;
        if (count == 0) {
            break;
        }
    } while ((flags & MSG_WAITALL) != 0 && (flags & MSG_PEEK) == 0 && done < wanted);
    return (ssize_t) done;
}

/* The urgent byte alone, which nobody waits for. */
static ssize_t receive_urgent(int descriptor, struct socket *socket, struct msghdr *message) {
    struct reply reply = sockets_call(descriptor, socket, (struct call) { .operation = OPERATION_READ_URGENT });
    ssize_t count = -1;
    if (reply.outcome == OUTCOME_DONE) {
        count = (ssize_t) scatter(reply.bytes, reply.length, message, 0);
        message->msg_flags = MSG_OOB;
    } else if (reply.outcome == OUTCOME_AGAIN) {
        errno = EAGAIN;
    }
    free(reply.bytes);
    return count;
}

static ssize_t receive_datagram(int descriptor, struct socket *socket, struct msghdr *message, int flags,
        const char *what) {
    struct call asked = { .operation = (flags & MSG_PEEK) != 0 ? OPERATION_PEEK_DATAGRAM : OPERATION_RECEIVE,
        .number = (int32_t) (room(message) < CALL_LARGEST ? room(message) : CALL_LARGEST) };
    struct reply reply;
    if (!call(descriptor, socket, asked, flags, what, &reply)) {
        return -1;
    }
    size_t length = (size_t) reply.value; /* the whole datagram's, of which no more has come than there is room */
    size_t count = scatter(reply.bytes + SOCKADDR_LENGTH, reply.length - SOCKADDR_LENGTH, message, 0);
    address_to_program(reply.bytes, socket->ipv6, message->msg_name, &message->msg_namelen);
    free(reply.bytes);
    message->msg_flags = count < length ? MSG_TRUNC : 0;
    return (ssize_t) ((flags & MSG_TRUNC) != 0 ? length : count);
}

ssize_t transfer_receive(int descriptor, struct socket *socket, struct msghdr *message, int flags, const char *what) {
    message->msg_flags = 0;
    message->msg_controllen = 0;
    if ((flags & MSG_ERRQUEUE) != 0) {
        errno = EAGAIN;
        return -1;
    }
    if (socket->stream) {
        if (socket->listens || (!socket->connected && !socket->connecting)) {
            errno = ENOTCONN;
            return -1;
        }
        message->msg_namelen = 0;
        if ((flags & MSG_OOB) != 0) {
            return receive_urgent(descriptor, socket, message);
        }
        return receive_stream(descriptor, socket, message, flags, what);
    }
    return receive_datagram(descriptor, socket, message, flags, what);
}
