#include "sockets.h"
#include "clock.h"
#include "interruption.h"
#include "real.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static struct socket *_Atomic table[SOCKETS_MOST_DESCRIPTORS];
/* Sockets that are free. Their memory is never given back: a thread may still look at one that another has closed. */
static struct socket *spare;
static atomic_flag busy = ATOMIC_FLAG_INIT;

static void lock(void) {
    while (atomic_flag_test_and_set(&busy)) {
        sched_yield();
    }
}

static void unlock(void) {
    atomic_flag_clear(&busy);
}

struct socket *sockets_at(int descriptor) {
    return descriptor < 0 || descriptor >= SOCKETS_MOST_DESCRIPTORS ? NULL : atomic_load(&table[descriptor]);
}

static struct socket *obtain(int32_t number, bool stream, bool ipv6) {
    lock();
    struct socket *found = spare;
    if (found != NULL) {
        memcpy(&spare, found->remembered, sizeof spare);
    }
    unlock();
    if (found == NULL) {
        found = malloc(sizeof *found);
    }
    if (found != NULL) {
        *found = (struct socket) { .number = number, .stream = stream, .ipv6 = ipv6 };
    }
    return found;
}

static void give_back(struct socket *socket) {
    lock();
    socket->number = 0;
    memcpy(socket->remembered, &spare, sizeof spare);
    spare = socket;
    unlock();
}

void sockets_share(int descriptor, struct socket *socket) {
    lock();
    socket->descriptors++;
    atomic_store(&table[descriptor], socket);
    unlock();
}

void sockets_release(int descriptor) {
    struct socket *socket = sockets_at(descriptor);
    if (socket == NULL) {
        return;
    }
    lock();
    bool last = --socket->descriptors == 0;
    atomic_store(&table[descriptor], NULL);
    unlock();
    if (last) {
        struct call call = { .operation = OPERATION_CLOSE, .socket = socket->number };
        give_back(socket);
        free(calls_wait("close", &call).bytes); /* for as long as it lingers */
    }
}

int sockets_open(enum role role, bool ipv6, int32_t accepted, int flags) {
    int descriptor = REAL(socket)(AF_UNIX, SOCK_STREAM | (flags & SOCK_CLOEXEC), 0);
    if (descriptor < 0 || descriptor >= SOCKETS_MOST_DESCRIPTORS) {
        if (descriptor >= 0) {
            REAL(close)(descriptor);
            errno = EMFILE;
        }
        return -1;
    }
    if (role != ROLE_DATAGRAM) {
        int least = 1; /* so that one plug fills it */
        REAL(setsockopt)(descriptor, SOL_SOCKET, SO_SNDBUF, &least, sizeof least);
    }
    struct reply reply;
    int32_t number = role == ROLE_ACCEPTED ? accepted : ipv6 ? 6 : 4;
    if (!door_hello(descriptor, role, door_process(), number, &reply)) {
        door_gone();
    }
    free(reply.bytes);
    struct socket *socket = obtain(reply.value, role != ROLE_DATAGRAM, ipv6);
    if (socket == NULL) {
        REAL(close)(descriptor);
        errno = ENOMEM;
        return -1;
    }
    if ((flags & SOCK_NONBLOCK) != 0) {
        REAL(fcntl)(descriptor, F_SETFL, O_NONBLOCK);
    }
    sockets_share(descriptor, socket);
    return descriptor;
}

/* One word a descriptor: its number, the socket's, kind, family, state. */
void sockets_bequeath(char *text, size_t size) {
    size_t length = 0;
    text[0] = 0;
    for (int i = 0; i < SOCKETS_MOST_DESCRIPTORS && length < size; i++) {
        struct socket *s = sockets_at(i);
        if (s != NULL) {
            length += (size_t) snprintf(text + length, size - length, "%d,%d,%d,%d,%d,%d;", i, s->number, s->stream,
                s->ipv6, s->listens, s->connected);
        }
    }
}

static struct socket *by_number(int number) {
    for (int i = 0; i < SOCKETS_MOST_DESCRIPTORS; i++) {
        struct socket *socket = sockets_at(i);
        if (socket != NULL && socket->number == number) {
            return socket;
        }
    }
    return NULL;
}

void sockets_inherit(const char *text) {
    int descriptor, number, stream, ipv6, listens, connected;
    for (int pass = 0; pass < 2; pass++) {
        /* First those that are still open; then no descriptor is left to sockets that were closed on the way. */
        for (const char *at = text; at != NULL && sscanf(at, "%d,%d,%d,%d,%d,%d;", &descriptor, &number, &stream, &ipv6,
                &listens, &connected) == 6; at = strchr(at, ';') + 1) {
            bool open = REAL(fcntl)(descriptor, F_GETFD) >= 0;
            struct socket *socket = by_number(number);
            if (pass == 0 && open) {
                socket = socket == NULL ? obtain(number, stream, ipv6) : socket;
                socket->listens = listens;
                socket->connected = connected;
                sockets_share(descriptor, socket);
            } else if (pass == 1 && socket == NULL) {
                struct call call = { .operation = OPERATION_CLOSE, .socket = number };
                free(calls_make(&call).bytes);
            }
        }
    }
}

static void take_token(int descriptor) {
    char token;
    while (REAL(recv)(descriptor, &token, 1, MSG_DONTWAIT) < 0 && errno == EINTR) {
    }
}

static void plug(int descriptor) {
    static const char nothing[REPLY_PLUG_SIZE];
    while (REAL(send)(descriptor, nothing, sizeof nothing, MSG_DONTWAIT | MSG_NOSIGNAL) < 0 && errno == EINTR) {
    }
}

struct reply sockets_call(int descriptor, struct socket *socket, struct call call) {
    call.socket = socket->number;
    if (call.socket == 0) {
        errno = EBADF;
        return (struct reply) { .outcome = OUTCOME_FAILED };
    }
    struct reply reply = calls_make(&call);
    int before = errno;
    if ((reply.flags & REPLY_TAKE_TOKEN) != 0) {
        take_token(descriptor);
    }
    if ((reply.flags & REPLY_PLUG) != 0) {
        plug(descriptor);
    }
    errno = reply.outcome == OUTCOME_FAILED ? calls_errno(&reply) : before;
    return reply;
}

int sockets_do(int descriptor, struct socket *socket, enum operation operation, int number, const void *bytes,
        size_t length) {
    struct call call = { .operation = operation, .number = number, .bytes = bytes, .length = length };
    struct reply reply = sockets_call(descriptor, socket, call);
    free(reply.bytes);
    return reply.outcome == OUTCOME_FAILED ? -1 : 0;
}

bool sockets_is_patient(int descriptor, int flags) {
    return (flags & MSG_DONTWAIT) == 0 && (REAL(fcntl)(descriptor, F_GETFL) & O_NONBLOCK) == 0;
}

bool sockets_wait(int descriptor, struct socket *socket, short events, int64_t limit, const char *what) {
    int32_t number = socket->number;
    struct pollfd polled = { .fd = descriptor, .events = events };
    int64_t deadline = limit == 0 ? SHARED_NEVER : clock_after_nanoseconds(limit);
    int ready;
    bool fired;
    do {
        clock_enter(WAIT_POLL, deadline, what);
        ready = REAL(poll)(&polled, 1, -1);
        clock_exit();
        fired = ready < 0 && clock_fired();
    } while (ready < 0 && !fired && !interruption_is_final());
    if (ready < 0) {
        errno = fired ? EAGAIN : EINTR;
        return false;
    }
    if (socket->number != number) {
        errno = EBADF;
        return false;
    }
    return true;
}
