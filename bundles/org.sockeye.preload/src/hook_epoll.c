/* epoll, which waits in the operating system like poll. */
#include "clock.h"
#include "interruption.h"
#include "real.h"

#include <errno.h>
#include <stdatomic.h>
#include <sys/epoll.h>

#define MILLISECOND 1000000LL
#define MOST_DESCRIPTORS 4096

/* The epoll descriptors that look at standard input, too. */
static _Atomic bool with_input[MOST_DESCRIPTORS];

HOOK int epoll_ctl(int epoll, int operation, int descriptor, struct epoll_event *event) {
    if (descriptor == 0 && epoll >= 0 && epoll < MOST_DESCRIPTORS) {
        atomic_store(&with_input[epoll], operation != EPOLL_CTL_DEL && event != NULL
            && (event->events & EPOLLIN) != 0);
    }
    return REAL(epoll_ctl)(epoll, operation, descriptor, event);
}

static int wait_for_events(int epoll, struct epoll_event *events, int most, int64_t deadline, const sigset_t *mask) {
    sigset_t copy;
    mask = interruption_spared(mask, &copy);
    int ready = REAL(epoll_pwait)(epoll, events, most, 0, mask);
    if (ready != 0) {
        clock_look(CLOCK_SYSTEM_CALL);
        return ready;
    }
    if (deadline <= clock_now()) {
        clock_look_in_vain();
        return 0;
    }
    bool input = epoll >= 0 && epoll < MOST_DESCRIPTORS && atomic_load(&with_input[epoll]);
    clock_enter(input ? WAIT_TYPING : WAIT_SELECT, deadline, "epoll_wait");
    ready = REAL(epoll_pwait)(epoll, events, most, -1, mask);
    clock_exit();
    return ready < 0 && errno == EINTR && clock_fired() ? 0 : ready;
}

HOOK int epoll_pwait(int epoll, struct epoll_event *events, int most, int timeout, const sigset_t *mask) {
    if (!clock_runs()) {
        return REAL(epoll_pwait)(epoll, events, most, timeout, mask);
    }
    return wait_for_events(epoll, events, most,
        timeout < 0 ? SHARED_NEVER : clock_after_nanoseconds(timeout * MILLISECOND), mask);
}

HOOK int epoll_wait(int epoll, struct epoll_event *events, int most, int timeout) {
    return clock_runs() ? epoll_pwait(epoll, events, most, timeout, NULL)
        : REAL(epoll_wait)(epoll, events, most, timeout);
}

int epoll_pwait2(int epoll, struct epoll_event *events, int most, const struct timespec *timeout,
    const sigset_t *mask);

HOOK int epoll_pwait2(int epoll, struct epoll_event *events, int most, const struct timespec *timeout,
        const sigset_t *mask) {
    if (!clock_runs()) {
        return REAL(epoll_pwait2)(epoll, events, most, timeout, mask);
    }
    return wait_for_events(epoll, events, most, timeout == NULL ? SHARED_NEVER : clock_after(timeout), mask);
}
