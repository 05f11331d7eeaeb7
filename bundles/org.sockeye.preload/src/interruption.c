#include "interruption.h"
#include "clock.h"
#include "real.h"

#include <stddef.h>

static void nothing(int signal) {
    (void) signal;
}

void interruption_start(void) {
    struct sigaction action = { .sa_handler = nothing };
    REAL(sigaction)(CLOCK_SIGNAL, &action, NULL);
    sigset_t ours;
    sigemptyset(&ours);
    sigaddset(&ours, CLOCK_SIGNAL);
    REAL(pthread_sigmask)(SIG_UNBLOCK, &ours, NULL);
}

/*
 * Which signal it was nobody tells. A program that has set up even one handler without SA_RESTART has done so because
 * it wants its calls interrupted.
 */
bool interruption_is_final(void) {
    for (int number = 1; number < SIGRTMIN; number++) {
        struct sigaction action;
        if (REAL(sigaction)(number, NULL, &action) == 0 && action.sa_handler != SIG_DFL && action.sa_handler != SIG_IGN
                && (action.sa_flags & SA_RESTART) == 0) {
            return true;
        }
    }
    return false;
}

const sigset_t *interruption_spared(const sigset_t *wanted, sigset_t *copy) {
    if (wanted == NULL || !clock_runs()) {
        return wanted;
    }
    *copy = *wanted;
    sigdelset(copy, CLOCK_SIGNAL);
    return copy;
}

HOOK int sigprocmask(int how, const sigset_t *set, sigset_t *before) {
    sigset_t copy;
    return REAL(sigprocmask)(how, how == SIG_UNBLOCK ? set : interruption_spared(set, &copy), before);
}

HOOK int pthread_sigmask(int how, const sigset_t *set, sigset_t *before) {
    sigset_t copy;
    return REAL(pthread_sigmask)(how, how == SIG_UNBLOCK ? set : interruption_spared(set, &copy), before);
}

HOOK int sigaction(int number, const struct sigaction *action, struct sigaction *before) {
    if (clock_runs() && number == CLOCK_SIGNAL && action != NULL) {
        return 0;
    }
    return REAL(sigaction)(number, action, before);
}
