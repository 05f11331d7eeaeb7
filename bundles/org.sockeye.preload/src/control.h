/* The control connection: the network's commands, obeyed by a thread of the library's own. */
#ifndef SOCKEYE_CONTROL_H
#define SOCKEYE_CONTROL_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Joins the network as the process that has forked or executed this one did, whose sockets it inherits; or, if that is
 * -1, as a new one. False if the network does not let it in.
 */
bool control_join(int64_t heir_of);

/* Waits for the network's word to begin. */
void control_await_go(void);

/* Sends this process a signal when a simulated time comes, and then every interval again, if that is not 0. */
void control_alarm(int64_t deadline, int64_t interval);
/* When the signal comes next, or SHARED_NEVER; and the interval. */
int64_t control_next_alarm(int64_t *interval);

#endif
