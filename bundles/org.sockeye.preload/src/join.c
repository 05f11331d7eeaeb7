#include "join.h"
#include "calls.h"
#include "clock.h"
#include "control.h"
#include "interruption.h"
#include "real.h"
#include "sockets.h"

#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The file that says where the network is and proves that this process may join it. */
#define PASS "SOCKEYE_PASS"
/* Process number here and in the network, and the sockets, that a process leaves to the program it executes. */
#define HEIR "SOCKEYE_HEIR"
#define PRELOAD "LD_PRELOAD"
/* The process's exit status if it cannot join. */
#define STATUS 70
#define LONGEST_LIST 65536

static char pass_entry[PATH_MAX + sizeof PASS + 1];
static char preload_entry[PATH_MAX + sizeof PRELOAD + 1];
/* The parent waits at one end until its child has joined at the other, so that the network never misses one. */
static __thread int joined_pipe[2];

static _Noreturn void refuse(const char *cause) {
    fprintf(stderr, "sockeye: this program cannot join its network (%s)\n", cause);
    _exit(STATUS);
}

static bool runs(const char *name) {
    char path[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    path[length < 0 ? 0 : length] = 0;
    return strcmp(basename(path), name) == 0;
}

/* A virtual machine has an agent, and does without; and what makes the namespace is no program of the network's. */
static bool stays_out(void) {
    if (runs("java")) {
        /* Its children stay out, too: it waits for them in ways that hold the clock, which they might wait for. */
        unsetenv(PASS);
        unsetenv(PRELOAD);
        return true;
    }
    return runs("unshare");
}

static void read_pass(const char *path) {
    char secret[128] = "";
    char door[PATH_MAX];
    FILE *file = fopen(path, "re");
    if (file == NULL || fgets(secret, sizeof secret, file) == NULL) {
        refuse("its pass is not to be read");
    }
    fclose(file);
    secret[strcspn(secret, "\n")] = 0;
    char copy[PATH_MAX];
    snprintf(copy, sizeof copy, "%s", path);
    snprintf(door, sizeof door, "%.*s/door", PATH_MAX - 8, dirname(copy));
    door_is(door, secret);
}

static void before_fork(void) {
    if (REAL(pipe2)(joined_pipe, O_CLOEXEC) < 0) {
        joined_pipe[0] = joined_pipe[1] = -1;
    }
}

static void after_fork_in_parent(void) {
    REAL(close)(joined_pipe[1]);
    char none;
    /* In nothing that the network knows, and so no pause for it. */
    clock_enter(WAIT_NOTHING, SHARED_NEVER, NULL);
    while (REAL(read)(joined_pipe[0], &none, 1) < 0 && joined_pipe[0] >= 0) {
    }
    clock_exit();
    REAL(close)(joined_pipe[0]);
}

static void after_fork_in_child(void) {
    REAL(close)(joined_pipe[0]);
    calls_after_fork();
    if (!control_join(door_process())) {
        door_gone();
    }
    REAL(close)(joined_pipe[1]);
    control_await_go();
}

/* What it prints comes line by line, as on a terminal: a server that is stopped in the end has shown what it did. */
static void print_lines(void) {
    struct stat status;
    if (fstat(STDOUT_FILENO, &status) == 0 && S_ISFIFO(status.st_mode)) {
        setvbuf(stdout, NULL, _IOLBF, 0);
    }
}

__attribute__((constructor)) static void join(void) {
    const char *pass = getenv(PASS);
    if (pass == NULL) {
        return;
    }
    if (stays_out()) {
        return;
    }
    snprintf(pass_entry, sizeof pass_entry, "%s=%s", PASS, pass);
    const char *preload = getenv(PRELOAD);
    snprintf(preload_entry, sizeof preload_entry, "%s=%s", PRELOAD, preload == NULL ? "" : preload);
    read_pass(pass);
    const char *heir = getenv(HEIR);
    long process;
    long number = -1;
    int length = 0;
    if (heir != NULL && (sscanf(heir, "%ld:%ld:%n", &process, &number, &length) < 2 || process != getpid())) {
        number = -1;
    }
    interruption_start();
    if (!control_join(number)) {
        refuse("the network does not let it in");
    }
    if (number >= 0) {
        sockets_inherit(heir + length);
    }
    unsetenv(HEIR);
    pthread_atfork(before_fork, after_fork_in_parent, after_fork_in_child);
    print_lines();
    control_await_go();
}

static bool names(const char *entry, const char *name) {
    size_t length = strlen(name);
    return strncmp(entry, name, length) == 0 && entry[length] == '=';
}

char **join_environment(char *const given[]) {
    size_t count = 0;
    while (given != NULL && given[count] != NULL) {
        count++;
    }
    char **made = calloc(count + 4, sizeof *made);
    char *heir = malloc(LONGEST_LIST);
    if (made == NULL || heir == NULL) {
        free(heir);
        free(made);
        return NULL;
    }
    size_t used = 0;
    for (size_t i = 0; i < count; i++) {
        if (!names(given[i], PASS) && !names(given[i], PRELOAD) && !names(given[i], HEIR)) {
            made[used++] = given[i];
        }
    }
    int length = snprintf(heir, LONGEST_LIST, HEIR "=%d:%ld:", getpid(), (long) door_process());
    sockets_bequeath(heir + length, LONGEST_LIST - (size_t) length);
    made[used++] = pass_entry;
    made[used++] = preload_entry;
    made[used] = heir;
    return made;
}
