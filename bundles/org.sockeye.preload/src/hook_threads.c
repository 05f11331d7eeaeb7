/*
 * Threads, and their waits for each other as far as these have a time limit. Others need no hook: the network sees that
 * the thread sleeps.
 */
#include "clock.h"
#include "real.h"

#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>

struct start {
    void *(*routine)(void *);
    void *argument;
    int slot;
};

static void ends(void *none) {
    (void) none;
    clock_thread_ends();
}

static void *run(void *given) {
    struct start start = *(struct start *) given;
    free(given);
    clock_thread_runs(start.slot);
    void *result;
    pthread_cleanup_push(ends, NULL);
    result = start.routine(start.argument);
    pthread_cleanup_pop(1);
    return result;
}

HOOK int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*routine)(void *),
        void *argument) {
    struct start *start = clock_runs() ? malloc(sizeof *start) : NULL;
    if (start == NULL) {
        return REAL(pthread_create)(thread, attributes, routine, argument);
    }
    *start = (struct start) { routine, argument, clock_thread_starts() };
    int error = REAL(pthread_create)(thread, attributes, run, start);
    if (error != 0) {
        clock_thread_failed(start->slot);
        free(start);
    }
    return error;
}

/*
 * The operating system gets a time that never comes; when the simulated one has, it is changed to one that is over, and
 * the thread interrupted, so that the C library, which reads it again, finds that the time is up and tidies up itself.
 */
static const struct timespec NOT_YET = { (time_t) 1 << 40, 0 };

HOOK int pthread_cond_clockwait(pthread_cond_t *condition, pthread_mutex_t *mutex, clockid_t clock,
        const struct timespec *time) {
    if (!clock_runs() || time->tv_nsec < 0 || time->tv_nsec >= 1000000000) {
        return REAL(pthread_cond_clockwait)(condition, mutex, clock, time);
    }
    int64_t deadline = clock_at(time);
    struct timespec limit = NOT_YET;
    if (deadline <= clock_now()) {
        clock_look(1);
        limit.tv_sec = 0;
    }
    clock_enter(WAIT_PARK, deadline, "pthread_cond_timedwait");
    clock_until(&limit);
    int error = REAL(pthread_cond_clockwait)(condition, mutex, clock, &limit);
    clock_exit();
    return error;
}

typedef int timedwait(pthread_cond_t *, pthread_mutex_t *, const struct timespec *);

/* On x86-64 an older one of this name expects other conditions, and would be found first. */
static timedwait *real_timedwait(void) {
    timedwait *found = (timedwait *) dlvsym(RTLD_NEXT, "pthread_cond_timedwait", "GLIBC_2.3.2");
    return found != NULL ? found : (timedwait *) dlsym(RTLD_NEXT, "pthread_cond_timedwait");
}

HOOK int pthread_cond_timedwait(pthread_cond_t *condition, pthread_mutex_t *mutex, const struct timespec *time) {
    /* By whichever clock: the time that it is given comes by none. */
    return clock_runs() ? pthread_cond_clockwait(condition, mutex, CLOCK_MONOTONIC, time)
        : real_timedwait()(condition, mutex, time);
}

HOOK int sem_clockwait(sem_t *semaphore, clockid_t clock, const struct timespec *time) {
    if (!clock_runs() || time->tv_nsec < 0 || time->tv_nsec >= 1000000000) {
        return REAL(sem_clockwait)(semaphore, clock, time);
    }
    int64_t deadline = clock_at(time);
    struct timespec limit = NOT_YET;
    if (deadline <= clock_now()) {
        clock_look(1);
        limit.tv_sec = 0;
    }
    clock_enter(WAIT_PARK, deadline, "sem_timedwait");
    clock_until(&limit);
    int result = REAL(sem_clockwait)(semaphore, clock, &limit);
    clock_exit();
    if (result < 0 && errno == EINTR && clock_fired()) {
        errno = ETIMEDOUT;
    }
    return result;
}

HOOK int sem_timedwait(sem_t *semaphore, const struct timespec *time) {
    return clock_runs() ? sem_clockwait(semaphore, CLOCK_REALTIME, time) : REAL(sem_timedwait)(semaphore, time);
}
