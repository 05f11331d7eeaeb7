/* What tells the time, and what sleeps. */
#include "clock.h"
#include "control.h"
#include "real.h"

#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#define SECOND 1000000000LL
#define MICROSECOND 1000LL

HOOK int clock_gettime(clockid_t clock, struct timespec *time) {
    if (!clock_runs() || !clock_tell(clock, time)) {
        return REAL(clock_gettime)(clock, time);
    }
    clock_look(1);
    clock_tell(clock, time);
    return 0;
}

HOOK int gettimeofday(struct timeval *restrict time, void *restrict zone) {
    struct timespec now;
    if (!clock_runs()) {
        return REAL(gettimeofday)(time, zone);
    }
    clock_gettime(CLOCK_REALTIME, &now);
    time->tv_sec = now.tv_sec;
    time->tv_usec = now.tv_nsec / MICROSECOND;
    return 0;
}

HOOK time_t time(time_t *into) {
    if (!clock_runs()) {
        return REAL(time)(into);
    }
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (into != NULL) {
        *into = now.tv_sec;
    }
    return now.tv_sec;
}

HOOK int timespec_get(struct timespec *time, int base) {
    if (!clock_runs() || base != TIME_UTC) {
        return REAL(timespec_get)(time, base);
    }
    clock_gettime(CLOCK_REALTIME, time);
    return base;
}

/* A turn given up is a look at what the others have done. */
HOOK int sched_yield(void) {
    if (clock_runs()) {
        clock_look(1);
    }
    return REAL(sched_yield)();
}

/* 0, or EINTR with what is left of the time. */
static int sleep_until(int64_t deadline, struct timespec *left, const char *what) {
    if (deadline <= clock_now()) {
        clock_look(1);
        return 0;
    }
    if (clock_sleep(deadline, what)) {
        return 0;
    }
    int64_t rest = deadline - clock_now();
    if (left != NULL) {
        left->tv_sec = rest < 0 ? 0 : rest / SECOND;
        left->tv_nsec = rest < 0 ? 0 : rest % SECOND;
    }
    return EINTR;
}

static bool valid(const struct timespec *time) {
    return time != NULL && time->tv_sec >= 0 && time->tv_nsec >= 0 && time->tv_nsec < SECOND;
}

HOOK int clock_nanosleep(clockid_t clock, int flags, const struct timespec *time, struct timespec *left) {
    struct timespec now;
    if (!clock_runs() || !valid(time) || !clock_tell(clock, &now)) {
        return REAL(clock_nanosleep)(clock, flags, time, left);
    }
    return (flags & TIMER_ABSTIME) != 0 ? sleep_until(clock_at(time), NULL, "clock_nanosleep")
        : sleep_until(clock_after(time), left, "clock_nanosleep");
}

HOOK int nanosleep(const struct timespec *time, struct timespec *left) {
    if (!clock_runs() || !valid(time)) {
        return REAL(nanosleep)(time, left);
    }
    int error = sleep_until(clock_after(time), left, "nanosleep");
    if (error != 0) {
        errno = error;
    }
    return error == 0 ? 0 : -1;
}

HOOK unsigned int sleep(unsigned int seconds) {
    if (!clock_runs()) {
        return REAL(sleep)(seconds);
    }
    struct timespec left = { 0, 0 };
    struct timespec time = { seconds, 0 };
    return sleep_until(clock_after(&time), &left, "sleep") == 0 ? 0
        : (unsigned int) (left.tv_sec + (left.tv_nsec >= SECOND / 2));
}

HOOK int usleep(useconds_t microseconds) {
    if (!clock_runs()) {
        return REAL(usleep)(microseconds);
    }
    int error = sleep_until(clock_after_nanoseconds(microseconds * MICROSECOND), NULL, "usleep");
    if (error != 0) {
        errno = error;
    }
    return error == 0 ? 0 : -1;
}

static int64_t nanoseconds(const struct timeval *time) {
    return time->tv_sec * SECOND + time->tv_usec * MICROSECOND;
}

/* The one alarm of a process, which the control thread rings. */
HOOK int setitimer(__itimer_which_t which, const struct itimerval *value, struct itimerval *before) {
    if (!clock_runs() || which != ITIMER_REAL) {
        return REAL(setitimer)(which, value, before);
    }
    if (before != NULL) {
        getitimer(which, before);
    }
    int64_t first = nanoseconds(&value->it_value);
    control_alarm(first == 0 ? SHARED_NEVER : clock_after_nanoseconds(first), nanoseconds(&value->it_interval));
    return 0;
}

HOOK int getitimer(__itimer_which_t which, struct itimerval *value) {
    if (!clock_runs() || which != ITIMER_REAL) {
        return REAL(getitimer)(which, value);
    }
    int64_t interval;
    int64_t next = control_next_alarm(&interval);
    int64_t left = next == SHARED_NEVER ? 0 : next - clock_now();
    value->it_value = (struct timeval) { left / SECOND, left % SECOND / MICROSECOND };
    value->it_interval = (struct timeval) { interval / SECOND, interval % SECOND / MICROSECOND };
    return 0;
}

HOOK unsigned int alarm(unsigned int seconds) {
    if (!clock_runs()) {
        return REAL(alarm)(seconds);
    }
    struct itimerval value = { .it_value = { seconds, 0 } };
    struct itimerval before;
    setitimer(ITIMER_REAL, &value, &before);
    return (unsigned int) (before.it_value.tv_sec + (before.it_value.tv_usec > 0));
}

/* Timers of the operating system's would go by real time: programs that can do without take an alarm instead. */
HOOK int timer_create(clockid_t clock, struct sigevent *restrict event, timer_t *restrict timer) {
    if (!clock_runs()) {
        return REAL(timer_create)(clock, event, timer);
    }
    errno = ENOSYS;
    return -1;
}

HOOK int timerfd_create(clockid_t clock, int flags) {
    if (!clock_runs()) {
        return REAL(timerfd_create)(clock, flags);
    }
    errno = ENOSYS;
    return -1;
}
