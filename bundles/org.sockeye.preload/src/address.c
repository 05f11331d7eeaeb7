#include "address.h"

#include <errno.h>
#include <string.h>

#define MAPPED 12
#define SCOPE 16
#define PORT 20

static const uint8_t PREFIX[MAPPED] = { [10] = 0xff, [11] = 0xff };

void address_widen(const struct in_addr *address, uint8_t wide[SOCKADDR_ADDRESS_LENGTH]) {
    memcpy(wide, PREFIX, MAPPED);
    memcpy(wide + MAPPED, address, sizeof *address);
}

bool address_is_mapped(const uint8_t wide[SOCKADDR_ADDRESS_LENGTH]) {
    return memcmp(wide, PREFIX, MAPPED) == 0;
}

int address_to_network(const struct sockaddr *address, socklen_t length, uint8_t endpoint[SOCKADDR_LENGTH]) {
    if (address == NULL || length < sizeof address->sa_family) {
        return EINVAL;
    }
    memset(endpoint, 0, SOCKADDR_LENGTH);
    if (address->sa_family == AF_INET6 && length >= sizeof(struct sockaddr_in6)) {
        const struct sockaddr_in6 *in6 = (const struct sockaddr_in6 *) address;
        uint32_t scope = htonl(in6->sin6_scope_id);
        memcpy(endpoint, &in6->sin6_addr, SOCKADDR_ADDRESS_LENGTH);
        memcpy(endpoint + SCOPE, &scope, sizeof scope);
        memcpy(endpoint + PORT, &in6->sin6_port, 2);
        return 0;
    }
    /* Programs forget the family in addresses to bind to, and Linux forgives that. */
    if ((address->sa_family == AF_INET || address->sa_family == AF_UNSPEC) && length >= sizeof(struct sockaddr_in)) {
        const struct sockaddr_in *in = (const struct sockaddr_in *) address;
        address_widen(&in->sin_addr, endpoint);
        memcpy(endpoint + PORT, &in->sin_port, 2);
        return 0;
    }
    return address->sa_family == AF_INET || address->sa_family == AF_INET6 ? EINVAL : EAFNOSUPPORT;
}

void address_to_program(const uint8_t endpoint[SOCKADDR_LENGTH], bool ipv6, struct sockaddr *address,
        socklen_t *length) {
    if (address == NULL || length == NULL) {
        return;
    }
    struct sockaddr_in6 in6 = { .sin6_family = AF_INET6 };
    struct sockaddr_in in = { .sin_family = AF_INET };
    const void *from = &in;
    socklen_t size = sizeof in;
    if (ipv6) {
        uint32_t scope;
        memcpy(&in6.sin6_addr, endpoint, SOCKADDR_ADDRESS_LENGTH);
        memcpy(&scope, endpoint + SCOPE, sizeof scope);
        in6.sin6_scope_id = ntohl(scope);
        memcpy(&in6.sin6_port, endpoint + PORT, 2);
        from = &in6;
        size = sizeof in6;
    } else {
        memcpy(&in.sin_addr, endpoint + MAPPED, sizeof in.sin_addr);
        memcpy(&in.sin_port, endpoint + PORT, 2);
    }
    memcpy(address, from, *length < size ? *length : size);
    *length = size;
}
