/* Options that join and leave groups (RFC 3678), in their three ways to say it. */
#ifndef SOCKEYE_GROUPS_H
#define SOCKEYE_GROUPS_H

#include <stdbool.h>
#include <sys/socket.h>

#include "sockets.h"

bool groups_option(int level, int name);
/* As setsockopt, for such an option. */
int groups_set(int descriptor, struct socket *socket, int level, int name, const void *value, socklen_t length);

#endif
