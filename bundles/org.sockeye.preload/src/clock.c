#include "clock.h"
#include "real.h"

#include <fcntl.h>
#include <limits.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <linux/futex.h>

#define SECOND 1000000000LL
#define MILLISECOND 1000000LL
/* The monotonic clock at simulated time 0, as in Java programs: not 0, which some take for "never". */
#define ORIGIN (1000LL * SECOND)

/* So many cheap looks without ever waiting, and a thread is charged. */
#define MOST_LOOKS 20000
/* So often a thread may look in vain before it is charged; and after so many charges the next are twice as high. */
#define FREE_VAIN_LOOKS 100
#define CHARGES_A_STEP 16
#define MOST_DOUBLED 6
#define DEEPEST 8

struct outer {
    int64_t kind;
    int64_t deadline;
    const char *what;
};

/* What this library remembers about a slot beside what the network sees of it. */
struct slot {
    pid_t thread;
    int depth;
    struct outer outer[DEEPEST];
    /* Where on the stack each wait under way was entered. */
    const char *entered[DEEPEST];
    const char *what;
    struct timespec *until;
    _Atomic uint32_t fired;
    int looks;
    int vain;
    int charges;
};

static char *memory;
/* The time of day at simulated time 0. */
static int64_t epoch;
static struct slot slots[SHARED_MOST_SLOTS];
static atomic_flag allocating = ATOMIC_FLAG_INIT;
static int64_t threads;
static int alarm_number = -1;
static __thread int mine = -1;

static _Atomic int64_t *field(int offset) {
    return (_Atomic int64_t *) (memory + offset);
}

static _Atomic int64_t *of(int slot, enum shared offset) {
    return field(SHARED_SLOTS + SHARED_SLOT_SIZE * slot + (int) offset);
}

bool clock_runs(void) {
    return memory != NULL;
}

bool clock_start(const char *file) {
    int opened = REAL(open)(file, O_RDWR | O_CLOEXEC);
    if (opened < 0) {
        return false;
    }
    char *mapped = mmap(NULL, SHARED_SIZE, PROT_READ | PROT_WRITE, MAP_SHARED, opened, 0);
    REAL(close)(opened);
    if (mapped == MAP_FAILED) {
        return false;
    }
    if (memory != NULL) {
        munmap(memory, SHARED_SIZE);
    }
    memory = mapped;
    epoch = atomic_load(field(SHARED_EPOCH)) * MILLISECOND;
    atomic_flag_clear(&allocating);
    threads = 0;
    alarm_number = -1;
    clock_thread_runs(clock_thread_starts());
    return true;
}

int64_t clock_now(void) {
    return atomic_load(field(SHARED_NOW));
}

static void split(int64_t nanoseconds, struct timespec *time) {
    time->tv_sec = nanoseconds / SECOND;
    time->tv_nsec = nanoseconds % SECOND;
}

bool clock_tell(clockid_t clock, struct timespec *time) {
    switch (clock) {
    case CLOCK_REALTIME:
    case CLOCK_REALTIME_COARSE:
    case CLOCK_REALTIME_ALARM:
    case CLOCK_TAI:
        split(epoch + clock_now(), time);
        return true;
    case CLOCK_MONOTONIC:
    case CLOCK_MONOTONIC_COARSE:
    case CLOCK_MONOTONIC_RAW:
    case CLOCK_BOOTTIME:
    case CLOCK_BOOTTIME_ALARM:
        split(ORIGIN + clock_now(), time);
        return true;
    default:
        return false;
    }
}

int64_t clock_at(const struct timespec *reading) {
    if (reading->tv_sec >= INT64_MAX / SECOND - 1) {
        return SHARED_NEVER;
    }
    int64_t origin = reading->tv_sec * SECOND >= epoch / 2 ? epoch : ORIGIN;
    int64_t since = reading->tv_sec * SECOND + reading->tv_nsec - origin;
    return since < 0 ? 0 : since;
}

int64_t clock_after_nanoseconds(int64_t nanoseconds) {
    int64_t now = clock_now();
    return nanoseconds > SHARED_NEVER - now ? SHARED_NEVER : now + nanoseconds;
}

int64_t clock_after(const struct timespec *interval) {
    return interval->tv_sec >= INT64_MAX / SECOND - 1 ? SHARED_NEVER
        : clock_after_nanoseconds(interval->tv_sec * SECOND + interval->tv_nsec);
}

static struct slot *current(void) {
    if (mine < 0) {
        clock_thread_runs(clock_thread_starts());
    }
    return &slots[mine];
}

/* The network sees an odd sequence only after what belongs to it. */
static void publish(int number, int64_t kind, int64_t deadline, int steps) {
    atomic_store(of(number, SHARED_DEADLINE), deadline);
    atomic_store(of(number, SHARED_WAIT), kind);
    atomic_fetch_add(of(number, SHARED_SEQUENCE), steps);
}

/*
 * Forgets waits that the program has jumped out of, from a signal's handler: a wait within such a handler is entered
 * further down the stack than the one that the signal interrupts.
 */
static void forget_left(struct slot *slot, const char *here) {
    int before = slot->depth;
    while (slot->depth > 0 && slot->depth <= DEEPEST && here >= slot->entered[slot->depth - 1]) {
        slot->depth--;
    }
    if (before > 0 && slot->depth == 0) {
        atomic_fetch_add(of(mine, SHARED_SEQUENCE), 1);
    }
}

void clock_enter(enum wait kind, int64_t deadline, const char *what) {
    struct slot *slot = current();
    const char *here = __builtin_frame_address(0);
    forget_left(slot, here);
    bool nested = slot->depth > 0;
    if (nested && slot->depth <= DEEPEST) {
        slot->outer[slot->depth - 1] = (struct outer) { atomic_load(of(mine, SHARED_WAIT)),
            atomic_load(of(mine, SHARED_DEADLINE)), slot->what };
    }
    if (slot->depth < DEEPEST) {
        slot->entered[slot->depth] = here;
    }
    slot->depth++;
    slot->looks = slot->vain = slot->charges = 0;
    slot->what = what;
    slot->until = NULL;
    atomic_store(&slot->fired, 0);
    publish(mine, kind, deadline, nested ? 2 : 1);
}

void clock_until(struct timespec *time) {
    current()->until = time;
}

void clock_exit(void) {
    struct slot *slot = current();
    slot->depth--;
    slot->until = NULL;
    if (slot->depth == 0) {
        atomic_store(of(mine, SHARED_DEADLINE), SHARED_NEVER);
        atomic_fetch_add(of(mine, SHARED_SEQUENCE), 1);
    } else if (slot->depth <= DEEPEST) {
        struct outer *outer = &slot->outer[slot->depth - 1];
        slot->what = outer->what;
        publish(mine, outer->kind, outer->deadline, 2);
    }
}

bool clock_fired(void) {
    return atomic_load(&current()->fired) != 0;
}

static long futex(_Atomic uint32_t *word, int operation, uint32_t value) {
    return syscall(SYS_futex, word, operation | FUTEX_PRIVATE_FLAG, value, NULL, NULL, FUTEX_BITSET_MATCH_ANY);
}

bool clock_sleep(int64_t deadline, const char *what) {
    struct slot *slot = current();
    clock_enter(WAIT_SLEEP, deadline, what);
    bool undisturbed = true;
    while (undisturbed && atomic_load(&slot->fired) == 0) {
        undisturbed = futex(&slot->fired, FUTEX_WAIT_BITSET, 0) == 0 || atomic_load(&slot->fired) != 0;
    }
    clock_exit();
    return undisturbed;
}

static void charge(int doubled) {
    int64_t deadline = clock_after_nanoseconds((int64_t) CLOCK_SPIN_CHARGE << doubled);
    while (!clock_sleep(deadline, "a loop") && clock_now() < deadline) {
    }
}

static int least(int a, int b) {
    return a < b ? a : b;
}

void clock_look(int weight) {
    struct slot *slot = current();
    slot->looks += weight;
    if (slot->looks > MOST_LOOKS) {
        int before = slot->charges;
        charge(least(MOST_DOUBLED, before / CHARGES_A_STEP));
        slot->looks = 0;
        slot->charges = before + 1;
    }
}

void clock_look_in_vain(void) {
    struct slot *slot = current();
    int before = slot->vain;
    if (before >= FREE_VAIN_LOOKS) {
        charge(least(MOST_DOUBLED, (before - FREE_VAIN_LOOKS) / CHARGES_A_STEP));
    }
    slot->vain = before + 1;
}

int clock_thread_starts(void) {
    while (atomic_flag_test_and_set(&allocating)) {
        sched_yield();
    }
    int used = (int) atomic_load(field(SHARED_SLOTS_USED));
    int number = 0;
    while (number < used && atomic_load(of(number, SHARED_STATE)) != SHARED_FREE) {
        number++;
    }
    if (number == SHARED_MOST_SLOTS) {
        number--; /* the threads above share one; nobody has so many */
    }
    memset(&slots[number], 0, sizeof slots[number]);
    atomic_store(of(number, SHARED_DEADLINE), SHARED_NEVER);
    atomic_store(of(number, SHARED_NATIVE_THREAD), 0);
    atomic_store(of(number, SHARED_WAIT), WAIT_NOTHING);
    atomic_store(of(number, SHARED_JAVA_THREAD), ++threads);
    atomic_store(of(number, SHARED_STATE), SHARED_LIVE);
    if (number == used) {
        atomic_store(field(SHARED_SLOTS_USED), used + 1);
    }
    atomic_flag_clear(&allocating);
    return number;
}

void clock_thread_failed(int slot) {
    atomic_store(of(slot, SHARED_STATE), SHARED_FREE);
}

void clock_thread_runs(int slot) {
    mine = slot;
    slots[slot].thread = (pid_t) syscall(SYS_gettid);
    atomic_store(of(slot, SHARED_NATIVE_THREAD), slots[slot].thread);
}

void clock_thread_ends(void) {
    if (mine >= 0) {
        atomic_store(of(mine, SHARED_STATE), SHARED_ENDING);
    }
}

int clock_alarm_slot(int64_t thread) {
    if (alarm_number < 0) {
        alarm_number = clock_thread_starts();
        atomic_store(of(alarm_number, SHARED_NATIVE_THREAD), thread);
        publish(alarm_number, WAIT_CALL, SHARED_NEVER, 1);
        slots[alarm_number].what = NULL;
    }
    return alarm_number;
}

void clock_alarm(int slot, int64_t deadline) {
    publish(slot, WAIT_CALL, deadline, 2);
}

void clock_fire(int number) {
    struct slot *slot = &slots[number];
    atomic_store(of(number, SHARED_DEADLINE), SHARED_NEVER);
    if (slot->until != NULL) {
        slot->until->tv_sec = 0;
        slot->until->tv_nsec = 0;
    }
    atomic_store(&slot->fired, 1);
    if (atomic_load(of(number, SHARED_WAIT)) == WAIT_SLEEP) {
        futex(&slot->fired, FUTEX_WAKE, INT_MAX);
    } else {
        syscall(SYS_tgkill, getpid(), slot->thread, CLOCK_SIGNAL);
    }
}

void clock_done(void) {
    atomic_fetch_add(field(SHARED_DONE), 1);
}

void clock_describe(char *text, size_t size) {
    size_t length = 0;
    text[0] = 0;
    for (int i = 0; i < (int) atomic_load(field(SHARED_SLOTS_USED)) && length < size; i++) {
        if ((atomic_load(of(i, SHARED_SEQUENCE)) & 1) != 0 && slots[i].what != NULL) {
            length += (size_t) snprintf(text + length, size - length, "%s\n", slots[i].what);
        }
    }
}
