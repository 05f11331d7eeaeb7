#include "groups.h"
#include "address.h"

#include <errno.h>
#include <netinet/in.h>
#include <string.h>

#define AT 16
#define SOURCE 32
#define INDEX 48

/* An option that is about a group: what it asks for. */
static int asked(int level, int name) {
    if (level == IPPROTO_IPV6) {
        return name == IPV6_JOIN_GROUP ? OPERATION_JOIN : name == IPV6_LEAVE_GROUP ? OPERATION_LEAVE : -1;
    }
    switch (name) {
    case IP_ADD_MEMBERSHIP:
    case IP_ADD_SOURCE_MEMBERSHIP:
    case MCAST_JOIN_GROUP:
    case MCAST_JOIN_SOURCE_GROUP:
        return OPERATION_JOIN;
    case IP_DROP_MEMBERSHIP:
    case IP_DROP_SOURCE_MEMBERSHIP:
    case MCAST_LEAVE_GROUP:
    case MCAST_LEAVE_SOURCE_GROUP:
        return OPERATION_LEAVE;
    case IP_BLOCK_SOURCE:
    case MCAST_BLOCK_SOURCE:
        return OPERATION_BLOCK;
    case IP_UNBLOCK_SOURCE:
    case MCAST_UNBLOCK_SOURCE:
        return OPERATION_UNBLOCK;
    default:
        return -1;
    }
}

bool groups_option(int level, int name) {
    return (level == IPPROTO_IP && (asked(level, name) >= 0 || name == IP_MULTICAST_IF))
        || (level == IPPROTO_IPV6 && asked(level, name) >= 0);
}

/* An address of the interface that is meant, unless it is the one for any. */
static void widen(const struct in_addr *address, uint8_t *wide) {
    if (address->s_addr != htonl(INADDR_ANY)) {
        address_widen(address, wide);
    }
}

/* Whether the value describes a group. */
static bool describe(int level, int name, const void *value, socklen_t length, uint8_t group[GROUP_LENGTH]) {
    uint8_t endpoint[SOCKADDR_LENGTH];
    memset(group, 0, GROUP_LENGTH);
    if (level == IPPROTO_IPV6) {
        const struct ipv6_mreq *wanted = value;
        if (length < sizeof *wanted) {
            return false;
        }
        memcpy(group, &wanted->ipv6mr_multiaddr, SOCKADDR_ADDRESS_LENGTH);
        put32(group + INDEX, wanted->ipv6mr_interface);
        return true;
    }
    if (name == IP_ADD_MEMBERSHIP || name == IP_DROP_MEMBERSHIP) {
        struct ip_mreqn wanted = { .imr_ifindex = 0 };
        memcpy(&wanted, value, length < sizeof wanted ? length : sizeof wanted);
        address_widen(&wanted.imr_multiaddr, group);
        widen(&wanted.imr_address, group + AT);
        put32(group + INDEX, (uint32_t) wanted.imr_ifindex);
        return length >= sizeof(struct ip_mreq);
    }
    if (name >= IP_UNBLOCK_SOURCE && name <= IP_DROP_SOURCE_MEMBERSHIP) {
        const struct ip_mreq_source *wanted = value;
        if (length < sizeof *wanted) {
            return false;
        }
        address_widen(&wanted->imr_multiaddr, group);
        widen(&wanted->imr_interface, group + AT);
        address_widen(&wanted->imr_sourceaddr, group + SOURCE);
        return true;
    }
    const struct group_source_req *wanted = value;
    bool has_source = name != MCAST_JOIN_GROUP && name != MCAST_LEAVE_GROUP;
    const struct sockaddr *address = (const struct sockaddr *) &wanted->gsr_group;
    if (length < (has_source ? sizeof *wanted : sizeof(struct group_req))
            || address_to_network(address, sizeof wanted->gsr_group, endpoint) != 0) {
        return false;
    }
    memcpy(group, endpoint, SOCKADDR_ADDRESS_LENGTH);
    put32(group + INDEX, wanted->gsr_interface);
    if (has_source) {
        address_to_network((const struct sockaddr *) &wanted->gsr_source, sizeof wanted->gsr_source, endpoint);
        memcpy(group + SOURCE, endpoint, SOCKADDR_ADDRESS_LENGTH);
    }
    return true;
}

/* IP_MULTICAST_IF: an address, alone or behind one of a group. */
static int set_sender(int descriptor, struct socket *socket, const void *value, socklen_t length) {
    struct ip_mreqn wanted = { .imr_ifindex = 0 };
    if (length == sizeof wanted.imr_address) {
        memcpy(&wanted.imr_address, value, length);
    } else {
        memcpy(&wanted, value, length < sizeof wanted ? length : sizeof wanted);
    }
    return sockets_do(descriptor, socket, OPERATION_SET_OPTION, OPTION_MULTICAST_INTERFACE_4, &wanted.imr_address,
        sizeof wanted.imr_address);
}

int groups_set(int descriptor, struct socket *socket, int level, int name, const void *value, socklen_t length) {
    if (level == IPPROTO_IP && name == IP_MULTICAST_IF) {
        return set_sender(descriptor, socket, value, length);
    }
    uint8_t group[GROUP_LENGTH];
    if (!describe(level, name, value, length, group)) {
        errno = EINVAL;
        return -1;
    }
    return sockets_do(descriptor, socket, (enum operation) asked(level, name), 0, group, sizeof group);
}
