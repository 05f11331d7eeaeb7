#include "control.h"
#include "clock.h"
#include "door.h"
#include "real.h"

#include <limits.h>
#include <linux/futex.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#define MOST_WORDS 4096
#define STACK (256 * 1024)

static int connection = -1;
static pid_t own_thread;
static _Atomic uint32_t going;
static int alarm_slot = -1;
static int64_t alarm_deadline = SHARED_NEVER;
static int64_t alarm_interval;

static void go(void) {
    atomic_store(&going, 1);
    syscall(SYS_futex, &going, FUTEX_WAKE_PRIVATE, INT_MAX, NULL, NULL, 0);
}

void control_await_go(void) {
    while (atomic_load(&going) == 0) {
        syscall(SYS_futex, &going, FUTEX_WAIT_PRIVATE, 0, NULL, NULL, 0);
    }
}

void control_alarm(int64_t deadline, int64_t interval) {
    alarm_deadline = deadline;
    alarm_interval = interval;
    alarm_slot = clock_alarm_slot(own_thread);
    clock_alarm(alarm_slot, deadline);
}

int64_t control_next_alarm(int64_t *interval) {
    *interval = alarm_interval;
    return alarm_deadline;
}

static void ring(void) {
    control_alarm(alarm_interval == 0 ? SHARED_NEVER : clock_after_nanoseconds(alarm_interval), alarm_interval);
    REAL(kill)(getpid(), SIGALRM);
}

static void describe(void) {
    uint8_t frame[10 + MOST_WORDS];
    clock_describe((char *) frame + 10, MOST_WORDS);
    size_t words = strlen((char *) frame + 10);
    put32(frame, (uint32_t) (6 + words));
    frame[4] = OUTCOME_DONE;
    frame[5] = 0;
    put32(frame + 6, 0);
    struct iovec part = { frame, 10 + words };
    door_write(connection, &part, 1);
}

static void obey(enum kind kind, int slot) {
    switch (kind) {
    case KIND_GO:
        go();
        break;
    case KIND_FIRE:
        if (slot == alarm_slot) {
            ring();
        } else {
            clock_fire(slot);
        }
        break;
    case KIND_DESCRIBE:
        describe();
        break;
    case KIND_COUNT_BUSY:
        break; /* asked of virtual machines only: the network looks at native threads itself */
    }
}

/* The process belongs to the network: it ends when the network does. */
static void *obey_all(void *none) {
    prctl(PR_SET_NAME, "sockeye-control"); /* by which the network knows it */
    atomic_store((_Atomic pid_t *) &own_thread, (pid_t) syscall(SYS_gettid));
    uint8_t command[COMMAND_SIZE];
    while (door_read(connection, command, sizeof command)) {
        obey(command[0], (int) get32(command + 1));
        clock_done();
    }
    door_gone();
    return none;
}

static bool start_thread(void) {
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, STACK);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    REAL(pthread_sigmask)(SIG_SETMASK, &all, &before);
    pthread_t thread;
    bool started = REAL(pthread_create)(&thread, &attributes, obey_all, NULL) == 0;
    REAL(pthread_sigmask)(SIG_SETMASK, &before, NULL);
    pthread_attr_destroy(&attributes);
    return started;
}

bool control_join(int64_t heir_of) {
    if (connection >= 0) {
        door_forget(connection);
    }
    atomic_store(&going, 0);
    alarm_slot = -1;
    alarm_deadline = SHARED_NEVER;
    alarm_interval = 0;
    connection = door_descriptor();
    struct reply reply;
    if (connection < 0 || !door_hello(connection, ROLE_NATIVE, getpid(), (int32_t) heir_of, &reply)) {
        return false;
    }
    door_process_is(reply.value);
    bool joined = clock_start((const char *) reply.bytes) && start_thread();
    free(reply.bytes);
    return joined;
}
