#include "door.h"
#include "real.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

/* As a process that was told to terminate. */
#define STATUS 143
#define LONGEST_SECRET 64
#define MOST_DESCRIPTORS 128
/* So far below the highest number a program may have are the library's own descriptors. */
#define ROOM 64
#define HIGHEST 4096

static struct sockaddr_un address = { .sun_family = AF_UNIX };
static char secret[LONGEST_SECRET + 1];
static int64_t process = -1;
/* Own descriptors, each plus one; 0 is a free place. */
static _Atomic int own[MOST_DESCRIPTORS];

void door_is(const char *path, const char *words) {
    strncpy(address.sun_path, path, sizeof address.sun_path - 1);
    strncpy(secret, words, LONGEST_SECRET);
}

int64_t door_process(void) {
    return process;
}

void door_process_is(int64_t number) {
    process = number;
}

bool door_owns(int descriptor) {
    for (int i = 0; i < MOST_DESCRIPTORS; i++) {
        if (atomic_load(&own[i]) == descriptor + 1) {
            return true;
        }
    }
    return false;
}

static void remember(int descriptor) {
    for (int i = 0; i < MOST_DESCRIPTORS; i++) {
        int free_place = 0;
        if (atomic_compare_exchange_strong(&own[i], &free_place, descriptor + 1)) {
            return;
        }
    }
}

void door_forget(int descriptor) {
    for (int i = 0; i < MOST_DESCRIPTORS; i++) {
        int taken = descriptor + 1;
        if (atomic_compare_exchange_strong(&own[i], &taken, 0)) {
            REAL(close)(descriptor);
            return;
        }
    }
}

/* Programs expect their descriptors to be numbered from 3 on, as if nobody else were there. */
static int out_of_the_way(int descriptor) {
    struct rlimit limit;
    int from = HIGHEST - ROOM;
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < HIGHEST) {
        from = (int) limit.rlim_cur - ROOM;
    }
    int moved = REAL(fcntl)(descriptor, F_DUPFD_CLOEXEC, from < 3 ? 3 : from);
    if (moved < 0) {
        return descriptor;
    }
    REAL(close)(descriptor);
    return moved;
}

int door_descriptor(void) {
    int descriptor = REAL(socket)(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor >= 0) {
        descriptor = out_of_the_way(descriptor);
        remember(descriptor);
    }
    return descriptor;
}

bool door_write(int descriptor, struct iovec *parts, int count) {
    struct msghdr message = { .msg_iov = parts, .msg_iovlen = (size_t) count };
    while (message.msg_iovlen > 0) {
        ssize_t written = REAL(sendmsg)(descriptor, &message, MSG_NOSIGNAL);
        if (written < 0 && errno != EINTR) {
            return false;
        }
        size_t left = written < 0 ? 0 : (size_t) written;
        while (message.msg_iovlen > 0 && left >= message.msg_iov->iov_len) {
            left -= message.msg_iov->iov_len;
            message.msg_iov++;
            message.msg_iovlen--;
        }
        if (message.msg_iovlen > 0) {
            message.msg_iov->iov_base = (char *) message.msg_iov->iov_base + left;
            message.msg_iov->iov_len -= left;
        }
    }
    return true;
}

bool door_read(int descriptor, void *bytes, size_t length) {
    char *next = bytes;
    while (length > 0) {
        ssize_t count = REAL(recv)(descriptor, next, length, 0);
        if (count == 0 || (count < 0 && errno != EINTR)) {
            return false;
        }
        if (count > 0) {
            next += count;
            length -= (size_t) count;
        }
    }
    return true;
}

bool door_reply(int descriptor, struct reply *reply) {
    uint8_t head[10];
    if (!door_read(descriptor, head, sizeof head)) {
        return false;
    }
    reply->length = get32(head) - 6;
    reply->outcome = head[4];
    reply->flags = head[5];
    reply->value = (int32_t) get32(head + 6);
    reply->bytes = malloc(reply->length + 1);
    if (reply->bytes == NULL || !door_read(descriptor, reply->bytes, reply->length)) {
        free(reply->bytes);
        return false;
    }
    reply->bytes[reply->length] = 0;
    return true;
}

bool door_hello(int descriptor, enum role role, int64_t number_of_process, int32_t number, struct reply *reply) {
    int connected;
    do {
        connected = REAL(connect)(descriptor, (struct sockaddr *) &address, sizeof address);
    } while (connected < 0 && errno == EINTR);
    if (connected < 0) {
        return false;
    }
    uint8_t frame[4 + 13 + LONGEST_SECRET];
    size_t words = strlen(secret);
    put32(frame, (uint32_t) (13 + words));
    frame[4] = (uint8_t) role;
    put32(frame + 5, (uint32_t) ((uint64_t) number_of_process >> 32));
    put32(frame + 9, (uint32_t) number_of_process);
    put32(frame + 13, (uint32_t) number);
    memcpy(frame + 17, secret, words);
    struct iovec part = { frame, 17 + words };
    return door_write(descriptor, &part, 1) && door_reply(descriptor, reply);
}

void door_gone(void) {
    _exit(STATUS);
}
