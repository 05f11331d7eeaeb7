#include "calls.h"
#include "clock.h"
#include "real.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/uio.h>

#define MOST_IDLE 64
#define LONGEST_ORIGIN 16

/* Connections that nobody uses now, each plus one. Taken and put back without a lock: signal handlers call too. */
static _Atomic int idle[MOST_IDLE];

static int open_connection(void) {
    int descriptor = door_descriptor();
    struct reply reply;
    if (descriptor < 0 || !door_hello(descriptor, ROLE_CALLS, door_process(), 0, &reply)) {
        door_gone();
    }
    free(reply.bytes);
    return descriptor;
}

static int take(void) {
    for (int i = 0; i < MOST_IDLE; i++) {
        int found = atomic_exchange(&idle[i], 0);
        if (found != 0) {
            return found - 1;
        }
    }
    return open_connection();
}

static void put_back(int descriptor) {
    for (int i = 0; i < MOST_IDLE; i++) {
        int none = 0;
        if (atomic_compare_exchange_strong(&idle[i], &none, descriptor + 1)) {
            return;
        }
    }
    door_forget(descriptor);
}

void calls_after_fork(void) {
    for (int i = 0; i < MOST_IDLE; i++) {
        int found = atomic_exchange(&idle[i], 0);
        if (found != 0) {
            door_forget(found - 1);
        }
    }
}

struct reply calls_make(const struct call *call) {
    int before = errno;
    char origin[LONGEST_ORIGIN] = "";
    if (call->sends) {
        prctl(PR_GET_NAME, origin);
    }
    size_t words = strlen(origin);
    uint8_t head[15 + LONGEST_ORIGIN];
    put32(head, (uint32_t) (11 + words + call->head_length + call->length));
    head[4] = (uint8_t) call->operation;
    put32(head + 5, (uint32_t) call->socket);
    put32(head + 9, (uint32_t) call->number);
    put16(head + 13, (uint16_t) words);
    memcpy(head + 15, origin, words);
    struct iovec parts[3] = { { head, 15 + words }, { (void *) call->head, call->head_length },
        { (void *) call->bytes, call->length } };
    int connection = take();
    struct reply reply;
    if (!door_write(connection, parts, 3) || !door_reply(connection, &reply)) {
        door_gone();
    }
    put_back(connection);
    errno = before;
    return reply;
}

struct reply calls_wait(const char *what, const struct call *call) {
    clock_enter(WAIT_CALL, SHARED_NEVER, what);
    struct reply reply = calls_make(call);
    clock_exit();
    return reply;
}

static const struct { const char *name; int number; } ERRORS[] = {
    { "EACCES", EACCES }, { "EADDRINUSE", EADDRINUSE }, { "EADDRNOTAVAIL", EADDRNOTAVAIL },
    { "EAFNOSUPPORT", EAFNOSUPPORT }, { "EBADF", EBADF }, { "ECONNABORTED", ECONNABORTED },
    { "ECONNREFUSED", ECONNREFUSED }, { "ECONNRESET", ECONNRESET }, { "EDESTADDRREQ", EDESTADDRREQ },
    { "EHOSTUNREACH", EHOSTUNREACH }, { "EINPROGRESS", EINPROGRESS }, { "EINVAL", EINVAL }, { "EISCONN", EISCONN },
    { "EMSGSIZE", EMSGSIZE }, { "ENETUNREACH", ENETUNREACH }, { "ENODEV", ENODEV }, { "ENOENT", ENOENT },
    { "ENOPROTOOPT", ENOPROTOOPT }, { "ENOTCONN", ENOTCONN }, { "EOPNOTSUPP", EOPNOTSUPP }, { "EPIPE", EPIPE },
    { "EPROTO", EPROTO }, { "ETIMEDOUT", ETIMEDOUT }
};

int calls_errno(const struct reply *reply) {
    for (size_t i = 0; i < sizeof ERRORS / sizeof ERRORS[0]; i++) {
        if (strcmp((const char *) reply->bytes, ERRORS[i].name) == 0) {
            return ERRORS[i].number;
        }
    }
    return EIO;
}
