/* Socket addresses, as programs write them and as the network does. */
#ifndef SOCKEYE_ADDRESS_H
#define SOCKEYE_ADDRESS_H

#include <netinet/in.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/socket.h>

#include "protocol.h"

/* Writes what a program means: 0, or the errno that tells what is wrong with it. */
int address_to_network(const struct sockaddr *address, socklen_t length, uint8_t endpoint[SOCKADDR_LENGTH]);

/*
 * Tells a program an endpoint, cut to the room it has; length gets what it would need. An IPv6 socket sees addresses of
 * IPv4 as mapped ones (RFC 4291, section 2.5.5.2).
 */
void address_to_program(const uint8_t endpoint[SOCKADDR_LENGTH], bool ipv6, struct sockaddr *address,
    socklen_t *length);

/* An address of IPv4 in 16 bytes; and whether 16 bytes are one. */
void address_widen(const struct in_addr *address, uint8_t wide[SOCKADDR_ADDRESS_LENGTH]);
bool address_is_mapped(const uint8_t wide[SOCKADDR_ADDRESS_LENGTH]);

#endif
