/* Calls on descriptors of any kind that matter to those of sockets: close, dup and its relatives, fcntl, ioctl. */
#include "real.h"
#include "sockets.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/close_range.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

HOOK int close(int descriptor) {
    if (door_owns(descriptor)) {
        /* A program that closes whatever it might have inherited. */
        errno = EBADF;
        return -1;
    }
    sockets_release(descriptor);
    return REAL(close)(descriptor);
}

/* All but the library's own, whatever runs between them. */
static int close_between(unsigned int first, unsigned int last, int flags) {
    for (unsigned int i = first; i <= last && i < SOCKETS_MOST_DESCRIPTORS; i++) {
        if (door_owns((int) i)) {
            if (i > first) {
                REAL(close_range)(first, i - 1, flags);
            }
            first = i + 1;
        } else if ((flags & CLOSE_RANGE_CLOEXEC) == 0) {
            sockets_release((int) i);
        }
    }
    return first <= last ? REAL(close_range)(first, last, flags) : 0;
}

HOOK int close_range(unsigned int first, unsigned int last, int flags) {
    return close_between(first, last, flags);
}

HOOK void closefrom(int first) {
    close_between(first < 0 ? 0 : (unsigned int) first, UINT_MAX, 0);
}

static int shared(int old, int made) {
    struct socket *socket = sockets_at(old);
    if (made >= 0 && socket != NULL && made < SOCKETS_MOST_DESCRIPTORS) {
        sockets_share(made, socket);
    }
    return made;
}

HOOK int dup(int old) {
    return shared(old, REAL(dup)(old));
}

HOOK int dup3(int old, int wanted, int flags) {
    if (door_owns(wanted)) {
        errno = EMFILE;
        return -1;
    }
    if (old != wanted && REAL(fcntl)(old, F_GETFD) >= 0) {
        sockets_release(wanted);
    }
    return shared(old, REAL(dup3)(old, wanted, flags));
}

HOOK int dup2(int old, int wanted) {
    return old == wanted ? REAL(dup2)(old, wanted) : dup3(old, wanted, 0);
}

static int control(int descriptor, int command, void *argument) {
    int done = REAL(fcntl)(descriptor, command, argument);
    return command == F_DUPFD || command == F_DUPFD_CLOEXEC ? shared(descriptor, done) : done;
}

HOOK int fcntl(int descriptor, int command, ...) {
    va_list rest;
    va_start(rest, command);
    void *argument = va_arg(rest, void *);
    va_end(rest);
    return control(descriptor, command, argument);
}

int fcntl64(int descriptor, int command, ...);

HOOK int fcntl64(int descriptor, int command, ...) {
    va_list rest;
    va_start(rest, command);
    void *argument = va_arg(rest, void *);
    va_end(rest);
    return control(descriptor, command, argument);
}

HOOK int ioctl(int descriptor, unsigned long request, ...) {
    va_list rest;
    va_start(rest, request);
    void *argument = va_arg(rest, void *);
    va_end(rest);
    struct socket *socket = sockets_at(descriptor);
    if (socket == NULL || request == FIONBIO || request == FIOCLEX || request == FIONCLEX) {
        return REAL(ioctl)(descriptor, request, argument);
    }
    if (request != FIONREAD) {
        errno = ENOTTY;
        return -1;
    }
    struct reply reply = sockets_call(descriptor, socket, (struct call) { .operation = OPERATION_AVAILABLE });
    free(reply.bytes);
    if (reply.outcome == OUTCOME_FAILED) {
        return -1;
    }
    *(int *) argument = reply.value;
    return 0;
}
