/*
 * poll and select, which wait in the operating system, since descriptors of simulated sockets are ready there when the
 * sockets are. Only their time limits are the network's.
 */
#include "clock.h"
#include "interruption.h"
#include "real.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>

#define MILLISECOND 1000000LL

/* Whether standard input is waited for, too: then a line of it may be what ends the wait. */
static enum wait kind(const struct pollfd *polled, nfds_t count) {
    for (nfds_t i = 0; i < count; i++) {
        if (polled[i].fd == 0 && (polled[i].events & (POLLIN | POLLRDNORM)) != 0) {
            return WAIT_TYPING;
        }
    }
    return WAIT_POLL;
}

static int wait_polling(struct pollfd *polled, nfds_t count, int64_t deadline, const sigset_t *mask) {
    static const struct timespec NONE;
    sigset_t copy;
    mask = interruption_spared(mask, &copy);
    int ready = REAL(ppoll)(polled, count, &NONE, mask);
    if (ready != 0) {
        clock_look(CLOCK_SYSTEM_CALL);
        return ready;
    }
    if (deadline <= clock_now()) {
        clock_look_in_vain();
        return 0;
    }
    clock_enter(kind(polled, count), deadline, "poll");
    ready = REAL(ppoll)(polled, count, NULL, mask);
    clock_exit();
    return ready < 0 && errno == EINTR && clock_fired() ? 0 : ready;
}

HOOK int poll(struct pollfd *polled, nfds_t count, int timeout) {
    if (!clock_runs()) {
        return REAL(poll)(polled, count, timeout);
    }
    return wait_polling(polled, count, timeout < 0 ? SHARED_NEVER : clock_after_nanoseconds(timeout * MILLISECOND),
        NULL);
}

HOOK int ppoll(struct pollfd *polled, nfds_t count, const struct timespec *timeout, const sigset_t *mask) {
    if (!clock_runs()) {
        return REAL(ppoll)(polled, count, timeout, mask);
    }
    return wait_polling(polled, count, timeout == NULL ? SHARED_NEVER : clock_after(timeout), mask);
}

int __poll_chk(struct pollfd *polled, nfds_t count, int timeout, size_t size);
int __ppoll_chk(struct pollfd *polled, nfds_t count, const struct timespec *timeout, const sigset_t *mask,
    size_t size);
_Noreturn void __chk_fail(void);

HOOK int __poll_chk(struct pollfd *polled, nfds_t count, int timeout, size_t size) {
    return size / sizeof *polled < count ? (__chk_fail(), -1) : poll(polled, count, timeout);
}

HOOK int __ppoll_chk(struct pollfd *polled, nfds_t count, const struct timespec *timeout, const sigset_t *mask,
        size_t size) {
    return size / sizeof *polled < count ? (__chk_fail(), -1) : ppoll(polled, count, timeout, mask);
}

/* A select that leaves its sets alone if nothing comes of it, since it is done twice. */
static int try_select(int count, fd_set *sets[3], const struct timespec *timeout, const sigset_t *mask) {
    fd_set copies[3];
    fd_set *used[3];
    size_t size = ((size_t) count + 63) / 64 * 8; /* programs may pass sets that are larger than an fd_set */
    char *large = size > sizeof(fd_set) ? malloc(3 * size) : NULL;
    for (int i = 0; i < 3; i++) {
        used[i] = sets[i] == NULL ? NULL : large == NULL ? &copies[i] : (fd_set *) (large + (size_t) i * size);
        if (used[i] != NULL) {
            memcpy(used[i], sets[i], size);
        }
    }
    int ready = REAL(pselect)(count, used[0], used[1], used[2], timeout, mask);
    for (int i = 0; i < 3 && ready > 0; i++) {
        if (used[i] != NULL) {
            memcpy(sets[i], used[i], size);
        }
    }
    int before = errno;
    free(large);
    errno = before;
    return ready;
}

static int wait_selecting(int count, fd_set *sets[3], int64_t deadline, const sigset_t *mask) {
    static const struct timespec NONE;
    sigset_t copy;
    mask = interruption_spared(mask, &copy);
    int ready = try_select(count, sets, &NONE, mask);
    if (ready != 0) {
        clock_look(CLOCK_SYSTEM_CALL);
        return ready;
    }
    bool over = deadline <= clock_now();
    if (over) {
        clock_look_in_vain();
    } else {
        bool input = count > 0 && sets[0] != NULL && FD_ISSET(0, sets[0]);
        clock_enter(input ? WAIT_TYPING : WAIT_SELECT, deadline, "select");
        ready = try_select(count, sets, NULL, mask);
        clock_exit();
        over = ready < 0 && errno == EINTR && clock_fired();
    }
    for (int i = 0; i < 3 && over; i++) {
        if (sets[i] != NULL) {
            memset(sets[i], 0, ((size_t) count + 63) / 64 * 8);
        }
    }
    return over ? 0 : ready;
}

HOOK int pselect(int count, fd_set *read, fd_set *write, fd_set *except, const struct timespec *timeout,
        const sigset_t *mask) {
    if (!clock_runs()) {
        return REAL(pselect)(count, read, write, except, timeout, mask);
    }
    fd_set *sets[] = { read, write, except };
    return wait_selecting(count, sets, timeout == NULL ? SHARED_NEVER : clock_after(timeout), mask);
}

HOOK int select(int count, fd_set *read, fd_set *write, fd_set *except, struct timeval *timeout) {
    if (!clock_runs()) {
        return REAL(select)(count, read, write, except, timeout);
    }
    fd_set *sets[] = { read, write, except };
    if (timeout == NULL) {
        return wait_selecting(count, sets, SHARED_NEVER, NULL);
    }
    struct timespec interval = { timeout->tv_sec, timeout->tv_usec * 1000 };
    int64_t deadline = clock_after(&interval);
    int ready = wait_selecting(count, sets, deadline, NULL);
    /* Linux tells what is left, and programs count on it. */
    int64_t left = deadline - clock_now();
    timeout->tv_sec = left < 0 ? 0 : left / 1000000000;
    timeout->tv_usec = left < 0 ? 0 : left % 1000000000 / 1000;
    return ready;
}
