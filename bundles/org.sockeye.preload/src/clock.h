/*
 * Simulated time: the memory shared with the network, and a slot in it for each thread. A thread that is about to wait
 * enters its slot, waits without a time limit of the operating system's, and leaves it again.
 */
#ifndef SOCKEYE_CLOCK_H
#define SOCKEYE_CLOCK_H

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <time.h>

#include "protocol.h"

/* What a thread that keeps looking at the clock or at a socket is charged: simulated nanoseconds. */
#define CLOCK_SPIN_CHARGE 100000
/* What a look that asks the operating system costs, in looks at the clock. */
#define CLOCK_SYSTEM_CALL 200

/* Wakes a thread out of a system call because its time has come. */
#define CLOCK_SIGNAL (SIGRTMAX - 2)

/* Maps the memory, and takes the calling thread in as the process's only one. */
bool clock_start(const char *memory);
/* Whether simulated time is the process's. */
bool clock_runs(void);

/* Simulated nanoseconds since the start of the run. */
int64_t clock_now(void);
/* Now as the operating system's clock of that number would tell; false if it is not one of those that are simulated. */
bool clock_tell(clockid_t clock, struct timespec *time);
/* Simulated time of a reading of one of those clocks: readings of the two kinds are too far apart to be confused. */
int64_t clock_at(const struct timespec *reading);
/* Simulated time a while from now. */
int64_t clock_after(const struct timespec *interval);
int64_t clock_after_nanoseconds(int64_t nanoseconds);

/*
 * The calling thread is about to wait, in what, until a simulated time or SHARED_NEVER. Waits nest: a signal's handler
 * may wait too.
 */
void clock_enter(enum wait kind, int64_t deadline, const char *what);
void clock_exit(void);
/* Whether the deadline is what ended the wait that was left last, or that goes on. */
bool clock_fired(void);

/* While the thread waits, a deadline that comes sets this time to 0 before it interrupts the system call. */
void clock_until(struct timespec *time);

/* Waits for a simulated time; false if a signal came before. */
bool clock_sleep(int64_t deadline, const char *what);

/* A look at the clock, or so many: one that does nothing else is charged for it, so that time passes in the end. */
void clock_look(int weight);
/* A look whether something has come, when nothing had. */
void clock_look_in_vain(void);

/* A thread is about to be started: from now on the network waits for it. Gives its slot's number. */
int clock_thread_starts(void);
void clock_thread_failed(int slot);
/* The calling thread runs in that slot. */
void clock_thread_runs(int slot);
void clock_thread_ends(void);

/* A slot of its own for the process's alarm, which the control thread stands for: see alarm.c. */
int clock_alarm_slot(int64_t thread);
void clock_alarm(int slot, int64_t deadline);

/* What the network's commands come to. */
void clock_fire(int slot);
void clock_done(void);
/* What each waiting thread waits in, a line a thread, into text. */
void clock_describe(char *text, size_t size);

#endif
