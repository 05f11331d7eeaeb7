/* Bytes between programs and simulated sockets, of whatever call. */
#ifndef SOCKEYE_TRANSFER_H
#define SOCKEYE_TRANSFER_H

#include <sys/socket.h>
#include <sys/types.h>

#include "sockets.h"

/* As recvmsg and sendmsg, for a descriptor that stands for that socket; what names the program's call. */
ssize_t transfer_receive(int descriptor, struct socket *socket, struct msghdr *message, int flags, const char *what);
ssize_t transfer_send(int descriptor, struct socket *socket, const struct msghdr *message, int flags,
    const char *what);

#endif
