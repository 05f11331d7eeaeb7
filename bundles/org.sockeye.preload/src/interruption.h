/* Signals and system calls that they interrupt. */
#ifndef SOCKEYE_INTERRUPTION_H
#define SOCKEYE_INTERRUPTION_H

#include <signal.h>
#include <stdbool.h>

/*
 * Whether a call that a signal has just interrupted is to fail with EINTR, rather than to go on: the operating system
 * goes on after handlers with SA_RESTART, but never does in poll, in which this library waits.
 */
bool interruption_is_final(void);

/* The program may block every signal but the one that wakes threads for the network. */
const sigset_t *interruption_spared(const sigset_t *wanted, sigset_t *copy);

void interruption_start(void);

#endif
