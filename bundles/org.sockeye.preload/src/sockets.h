/*
 * The simulated sockets of this process, and which descriptors stand for them. A descriptor carries no data: the
 * network makes it readable and writable as the simulated socket is, so that poll and its relatives work in the
 * operating system.
 */
#ifndef SOCKEYE_SOCKETS_H
#define SOCKEYE_SOCKETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "calls.h"

#define SOCKETS_MOST_DESCRIPTORS 65536
#define SOCKETS_MOST_REMEMBERED 8

/* An option that means nothing to the network, and yet can be asked for. */
struct remembered {
    int level;
    int name;
    int value;
};

struct socket {
    /* The network's number for it; 0 if nothing stands for it any more. */
    int32_t number;
    bool stream;
    /* Whether the program asked for an IPv6 socket, and so wants to see such addresses. */
    bool ipv6;
    bool listens;
    bool connecting;
    bool connected;
    /* How many descriptors of this process stand for it. */
    int descriptors;
    /* Simulated nanoseconds that a call may block; 0 for ever. */
    int64_t receive_limit;
    int64_t send_limit;
    struct remembered remembered[SOCKETS_MOST_REMEMBERED];
};

/* The socket that a descriptor stands for; NULL if it is something else. */
struct socket *sockets_at(int descriptor);

/*
 * Makes a descriptor for a new socket, or for one that was accepted and has that number. Flags: SOCK_CLOEXEC,
 * SOCK_NONBLOCK. -1 and errno if there are too many.
 */
int sockets_open(enum role role, bool ipv6, int32_t accepted, int flags);

/* Another descriptor stands for the same socket. */
void sockets_share(int descriptor, struct socket *socket);
/* The descriptor is about to be closed; the socket is with the last one. */
void sockets_release(int descriptor);

/* What an executed program must be told to go on with the sockets; empty if there are none. */
void sockets_bequeath(char *text, size_t size);
/* Takes over what was bequeathed, as far as the descriptors were not closed on the way. */
void sockets_inherit(const char *text);

/* Carries out a call about a socket and brings its descriptor in line. A failure's errno is set. */
struct reply sockets_call(int descriptor, struct socket *socket, struct call call);
/* The same, for calls whose reply is of no interest: 0, or -1 and errno. */
int sockets_do(int descriptor, struct socket *socket, enum operation operation, int number, const void *bytes,
    size_t length);

/* Whether a call with these flags waits, if it must. */
bool sockets_is_patient(int descriptor, int flags);

/*
 * Waits until the descriptor is readable (POLLIN) or writable (POLLOUT), for so many simulated nanoseconds, or for
 * ever if that is 0. False and errno: EAGAIN after that time, EINTR after a signal, EBADF if it was closed meanwhile.
 */
bool sockets_wait(int descriptor, struct socket *socket, short events, int64_t limit, const char *what);

/* The error of a connection under way that has failed, once; else 0 (SO_ERROR). */
int socket_error(int descriptor, struct socket *socket);

#endif
