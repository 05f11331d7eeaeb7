/* Processes: programs that this one executes join too, whatever environment they are given. */
#include "clock.h"
#include "join.h"
#include "real.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define MOST_ARGUMENTS 1024

/* A child that shares its parent's memory cannot join as a process of its own: it gets a copy. */
HOOK pid_t vfork(void) {
    return clock_runs() ? fork() : REAL(vfork)();
}

HOOK int execve(const char *path, char *const arguments[], char *const environment[]) {
    if (!clock_runs()) {
        return REAL(execve)(path, arguments, environment);
    }
    char **given = join_environment(environment);
    int failed = REAL(execve)(path, arguments, given);
    free(given);
    return failed;
}

HOOK int execvpe(const char *file, char *const arguments[], char *const environment[]) {
    if (!clock_runs()) {
        return REAL(execvpe)(file, arguments, environment);
    }
    char **given = join_environment(environment);
    int failed = REAL(execvpe)(file, arguments, given);
    free(given);
    return failed;
}

HOOK int fexecve(int descriptor, char *const arguments[], char *const environment[]) {
    if (!clock_runs()) {
        return REAL(fexecve)(descriptor, arguments, environment);
    }
    char **given = join_environment(environment);
    int failed = REAL(fexecve)(descriptor, arguments, given);
    free(given);
    return failed;
}

HOOK int execv(const char *path, char *const arguments[]) {
    return execve(path, arguments, environ);
}

HOOK int execvp(const char *file, char *const arguments[]) {
    return execvpe(file, arguments, environ);
}

/* The arguments of a call that lists them, up to the NULL. */
static void collect(char *into[MOST_ARGUMENTS], const char *first, va_list *rest) {
    into[0] = (char *) first;
    for (int i = 0; i < MOST_ARGUMENTS - 1 && into[i] != NULL; i++) {
        into[i + 1] = va_arg(*rest, char *);
    }
    into[MOST_ARGUMENTS - 1] = NULL;
}

HOOK int execl(const char *path, const char *first, ...) {
    char *arguments[MOST_ARGUMENTS];
    va_list rest;
    va_start(rest, first);
    collect(arguments, first, &rest);
    va_end(rest);
    return execve(path, arguments, environ);
}

HOOK int execlp(const char *file, const char *first, ...) {
    char *arguments[MOST_ARGUMENTS];
    va_list rest;
    va_start(rest, first);
    collect(arguments, first, &rest);
    va_end(rest);
    return execvpe(file, arguments, environ);
}

HOOK int execle(const char *path, const char *first, ...) {
    char *arguments[MOST_ARGUMENTS];
    va_list rest;
    va_start(rest, first);
    collect(arguments, first, &rest);
    char *const *environment = va_arg(rest, char *const *);
    va_end(rest);
    return execve(path, arguments, environment);
}

HOOK int posix_spawn(pid_t *child, const char *path, const posix_spawn_file_actions_t *actions,
        const posix_spawnattr_t *attributes, char *const arguments[], char *const environment[]) {
    if (!clock_runs()) {
        return REAL(posix_spawn)(child, path, actions, attributes, arguments, environment);
    }
    char **given = join_environment(environment);
    int error = REAL(posix_spawn)(child, path, actions, attributes, arguments, given);
    free(given);
    return error;
}

HOOK int posix_spawnp(pid_t *child, const char *file, const posix_spawn_file_actions_t *actions,
        const posix_spawnattr_t *attributes, char *const arguments[], char *const environment[]) {
    if (!clock_runs()) {
        return REAL(posix_spawnp)(child, file, actions, attributes, arguments, environment);
    }
    char **given = join_environment(environment);
    int error = REAL(posix_spawnp)(child, file, actions, attributes, arguments, given);
    free(given);
    return error;
}

/* The library's own would start a child that the network learns of too late. */
HOOK int system(const char *command) {
    if (!clock_runs() || command == NULL) {
        return REAL(system)(command);
    }
    struct sigaction ignore = { .sa_handler = SIG_IGN };
    struct sigaction interrupt;
    struct sigaction quit;
    sigset_t child_signal;
    sigset_t before;
    sigemptyset(&child_signal);
    sigaddset(&child_signal, SIGCHLD);
    sigaction(SIGINT, &ignore, &interrupt);
    sigaction(SIGQUIT, &ignore, &quit);
    sigprocmask(SIG_BLOCK, &child_signal, &before);
    pid_t child = fork();
    int status = -1;
    if (child == 0) {
        sigaction(SIGINT, &interrupt, NULL);
        sigaction(SIGQUIT, &quit, NULL);
        sigprocmask(SIG_SETMASK, &before, NULL);
        execl("/bin/sh", "sh", "-c", command, (char *) NULL);
        _exit(127);
    }
    while (child > 0 && REAL(waitpid)(child, &status, 0) < 0 && errno == EINTR) {
    }
    sigaction(SIGINT, &interrupt, NULL);
    sigaction(SIGQUIT, &quit, NULL);
    sigprocmask(SIG_SETMASK, &before, NULL);
    return status;
}

/* A parent that asks again and again whether its child has ended leaves it no time, unless that costs some. */
HOOK pid_t waitpid(pid_t child, int *status, int options) {
    pid_t ended = REAL(waitpid)(child, status, options);
    if (ended == 0 && clock_runs()) {
        clock_look_in_vain();
    }
    return ended;
}
