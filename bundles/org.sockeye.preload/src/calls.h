/* Calls to the network, like system calls. */
#ifndef SOCKEYE_CALLS_H
#define SOCKEYE_CALLS_H

#include "door.h"

struct call {
    enum operation operation;
    int32_t socket;
    int32_t number;
    /* For operations that send: tells the network which thread does. */
    bool sends;
    /* The bytes come in two parts, so that nobody has to join them: each may be empty. */
    const void *head;
    size_t head_length;
    const void *bytes;
    size_t length;
};

/* Carries out a call. The reply's bytes are the caller's to free. Ends the process if there is no network any more. */
struct reply calls_make(const struct call *call);

/* The same, for one that may take simulated time. */
struct reply calls_wait(const char *what, const struct call *call);

/* The errno that a failed reply names. */
int calls_errno(const struct reply *reply);

/* The child of a fork must not use its parent's connections. */
void calls_after_fork(void);

#endif
