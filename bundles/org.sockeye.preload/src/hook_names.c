/* Names and addresses, which the network knows: getaddrinfo and its older relatives, and the host's own name. */
#include "address.h"
#include "calls.h"
#include "clock.h"
#include "real.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>

#define MOST_ADDRESSES 16
#define WIDE SOCKADDR_ADDRESS_LENGTH

typedef uint8_t wide[WIDE];

static struct reply ask(enum operation operation, const void *bytes, size_t length) {
    struct call call = { .operation = operation, .bytes = bytes, .length = length };
    return calls_wait("a look-up of names", &call);
}

/* Whether a program that asked for that family wants to hear of an address. */
static bool suits(const wide address, int family) {
    return family == AF_UNSPEC || (family == AF_INET) == address_is_mapped(address);
}

static bool parse(const char *text, wide into) {
    struct in_addr in;
    if (inet_aton(text, &in) != 0) {
        address_widen(&in, into);
        return true;
    }
    return inet_pton(AF_INET6, text, into) == 1;
}

/* The addresses of a name or of an address in text; how many there are. */
static size_t resolve(const char *name, int family, bool numeric, wide found[MOST_ADDRESSES]) {
    if (parse(name, found[0])) {
        return suits(found[0], family);
    }
    if (numeric) {
        return 0;
    }
    struct reply reply = ask(OPERATION_RESOLVE, name, strlen(name));
    size_t count = 0;
    for (size_t at = 0; at + WIDE <= reply.length && count < MOST_ADDRESSES; at += WIDE) {
        if (suits(reply.bytes + at, family)) {
            memcpy(found[count++], reply.bytes + at, WIDE);
        }
    }
    free(reply.bytes);
    return count;
}

/* The name of an address, to be freed; empty if it has none. */
static char *reverse(const wide address) {
    return (char *) ask(OPERATION_REVERSE, address, WIDE).bytes;
}

/* A port in text, or a service's: in network byte order, or -1. */
static int port(const char *service, int type, int flags) {
    if (service == NULL) {
        return 0;
    }
    char *end;
    unsigned long number = strtoul(service, &end, 10);
    if (*service != 0 && *end == 0) {
        return number > UINT16_MAX ? -1 : htons((uint16_t) number);
    }
    struct servent entry;
    struct servent *found = NULL;
    char buffer[1024];
    const char *protocol = type == SOCK_DGRAM ? "udp" : type == SOCK_STREAM ? "tcp" : NULL;
    if ((flags & AI_NUMERICSERV) != 0
            || getservbyname_r(service, protocol, &entry, buffer, sizeof buffer, &found) != 0 || found == NULL) {
        return -1;
    }
    return found->s_port;
}

static const struct { int type; int protocol; } KINDS[] = { { SOCK_STREAM, IPPROTO_TCP }, { SOCK_DGRAM, IPPROTO_UDP } };

/* As the C library lays it out, whose freeaddrinfo is to free it: the address behind the entry, the name apart. */
static struct addrinfo *entry(const wide address, int port, int kind, const char *name) {
    uint8_t endpoint[SOCKADDR_LENGTH] = { 0 };
    memcpy(endpoint, address, WIDE);
    uint16_t number = (uint16_t) port;
    memcpy(endpoint + SOCKADDR_LENGTH - 2, &number, 2);
    struct addrinfo *made = calloc(1, sizeof *made + sizeof(struct sockaddr_in6));
    if (made != NULL) {
        bool ipv6 = !address_is_mapped(address);
        made->ai_family = ipv6 ? AF_INET6 : AF_INET;
        made->ai_socktype = KINDS[kind].type;
        made->ai_protocol = KINDS[kind].protocol;
        made->ai_addrlen = sizeof(struct sockaddr_in6);
        made->ai_addr = (struct sockaddr *) (made + 1);
        made->ai_canonname = name == NULL ? NULL : strdup(name);
        address_to_program(endpoint, ipv6, made->ai_addr, &made->ai_addrlen);
    }
    return made;
}

/* Without a name: this host, to listen at or to speak to. IPv4 first, as the C library does. */
static size_t own_addresses(int family, bool passive, wide found[2]) {
    size_t count = 0;
    if (family != AF_INET6) {
        struct in_addr in = { htonl(passive ? INADDR_ANY : INADDR_LOOPBACK) };
        address_widen(&in, found[count++]);
    }
    if (family != AF_INET) {
        memcpy(found[count++], passive ? &in6addr_any : &in6addr_loopback, WIDE);
    }
    return count;
}

HOOK int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints, struct addrinfo **result) {
    if (!clock_runs()) {
        return REAL(getaddrinfo)(node, service, hints, result);
    }
    struct addrinfo none = { .ai_family = AF_UNSPEC };
    hints = hints == NULL ? &none : hints;
    if (node == NULL && service == NULL) {
        return EAI_NONAME;
    }
    if (hints->ai_family != AF_UNSPEC && hints->ai_family != AF_INET && hints->ai_family != AF_INET6) {
        return EAI_FAMILY;
    }
    wide found[MOST_ADDRESSES];
    size_t count = node == NULL ? own_addresses(hints->ai_family, (hints->ai_flags & AI_PASSIVE) != 0, found)
        : resolve(node, hints->ai_family, (hints->ai_flags & AI_NUMERICHOST) != 0, found);
    if (count == 0) {
        return EAI_NONAME;
    }
    struct addrinfo **last = result;
    *result = NULL;
    for (size_t i = 0; i < count; i++) {
        for (int kind = 0; kind < 2; kind++) {
            int number = port(service, KINDS[kind].type, hints->ai_flags);
            bool wanted = (hints->ai_socktype == 0 || hints->ai_socktype == KINDS[kind].type)
                && (hints->ai_protocol == 0 || hints->ai_protocol == KINDS[kind].protocol);
            bool first = *result == NULL && (hints->ai_flags & AI_CANONNAME) != 0;
            if (wanted && number >= 0) {
                *last = entry(found[i], number, kind, first ? node : NULL);
                if (*last == NULL) {
                    return EAI_MEMORY;
                }
                last = &(*last)->ai_next;
            }
        }
    }
    return *result != NULL ? 0 : service == NULL ? EAI_SOCKTYPE : EAI_SERVICE;
}

static int give(const char *text, char *into, socklen_t size) {
    return snprintf(into, size, "%s", text) < (int) size ? 0 : EAI_OVERFLOW;
}

HOOK int getnameinfo(const struct sockaddr *address, socklen_t length, char *host, socklen_t host_size, char *service,
        socklen_t service_size, int flags) {
    uint8_t endpoint[SOCKADDR_LENGTH];
    if (!clock_runs() || address_to_network(address, length, endpoint) != 0) {
        return REAL(getnameinfo)(address, length, host, host_size, service, service_size, flags);
    }
    char *name = host == NULL || host_size == 0 || (flags & NI_NUMERICHOST) != 0 ? NULL : reverse(endpoint);
    int error = 0;
    if (name != NULL && *name != 0) {
        error = give(name, host, host_size);
        host = NULL;
    } else if (name != NULL && (flags & NI_NAMEREQD) != 0) {
        error = EAI_NONAME;
    }
    free(name);
    /* Numbers and services the C library tells as well. */
    bool asks = (host != NULL && host_size > 0) || (service != NULL && service_size > 0);
    return error != 0 || !asks ? error : REAL(getnameinfo)(address, length, host, host == NULL ? 0 : host_size, service,
        service_size, flags | NI_NUMERICHOST);
}

/* The older functions, which know either kind of address, return what stands in a buffer of the caller's or in ours. */
struct kept {
    char *aliases[1];
    char *list[MOST_ADDRESSES + 1];
    wide addresses[MOST_ADDRESSES];
    char name[256];
};

static void fill(struct hostent *entry, struct kept *kept, const char *name, int family, size_t count) {
    snprintf(kept->name, sizeof kept->name, "%s", name);
    kept->aliases[0] = NULL;
    size_t skipped = family == AF_INET ? WIDE - sizeof(struct in_addr) : 0;
    for (size_t i = 0; i < count; i++) {
        kept->list[i] = (char *) kept->addresses[i] + skipped;
    }
    kept->list[count] = NULL;
    *entry = (struct hostent) { kept->name, kept->aliases, family, (int) (WIDE - skipped), kept->list };
}

/* 0, or where the name is not known the reason in h_errno's terms. */
static int find(const char *name, int family, struct hostent *entry, struct kept *kept) {
    size_t count = resolve(name, family, false, kept->addresses);
    if (count > 0) {
        fill(entry, kept, name, family, count);
    }
    return count > 0 ? 0 : HOST_NOT_FOUND;
}

static int find_name(const void *address, int family, struct hostent *entry, struct kept *kept) {
    if (family == AF_INET) {
        address_widen(address, kept->addresses[0]);
    } else {
        memcpy(kept->addresses[0], address, WIDE);
    }
    char *name = reverse(kept->addresses[0]);
    bool found = *name != 0;
    if (found) {
        fill(entry, kept, name, family, 1);
    }
    free(name);
    return found ? 0 : HOST_NOT_FOUND;
}

/* A caller's buffer, if it is large enough. */
static struct kept *within(char *buffer, size_t size, struct hostent **result, int *error) {
    size_t skipped = (size_t) -(uintptr_t) buffer % _Alignof(struct kept);
    if (size < skipped + sizeof(struct kept)) {
        *result = NULL;
        *error = NETDB_INTERNAL;
        return NULL;
    }
    return (struct kept *) (buffer + skipped);
}

HOOK int gethostbyname2_r(const char *name, int family, struct hostent *entry, char *buffer, size_t size,
        struct hostent **result, int *error) {
    if (!clock_runs()) {
        return REAL(gethostbyname2_r)(name, family, entry, buffer, size, result, error);
    }
    struct kept *kept = within(buffer, size, result, error);
    if (kept == NULL) {
        return ERANGE;
    }
    *error = find(name, family, entry, kept);
    *result = *error == 0 ? entry : NULL;
    return 0;
}

HOOK int gethostbyname_r(const char *name, struct hostent *entry, char *buffer, size_t size, struct hostent **result,
        int *error) {
    return clock_runs() ? gethostbyname2_r(name, AF_INET, entry, buffer, size, result, error)
        : REAL(gethostbyname_r)(name, entry, buffer, size, result, error);
}

HOOK int gethostbyaddr_r(const void *address, socklen_t length, int family, struct hostent *entry, char *buffer,
        size_t size, struct hostent **result, int *error) {
    if (!clock_runs()) {
        return REAL(gethostbyaddr_r)(address, length, family, entry, buffer, size, result, error);
    }
    struct kept *kept = within(buffer, size, result, error);
    if (kept == NULL) {
        return ERANGE;
    }
    *error = find_name(address, family, entry, kept);
    *result = *error == 0 ? entry : NULL;
    return 0;
}

static __thread struct kept own;
static __thread struct hostent own_entry;

HOOK struct hostent *gethostbyname2(const char *name, int family) {
    if (!clock_runs()) {
        return REAL(gethostbyname2)(name, family);
    }
    h_errno = find(name, family, &own_entry, &own);
    return h_errno == 0 ? &own_entry : NULL;
}

HOOK struct hostent *gethostbyname(const char *name) {
    return clock_runs() ? gethostbyname2(name, AF_INET) : REAL(gethostbyname)(name);
}

HOOK struct hostent *gethostbyaddr(const void *address, socklen_t length, int family) {
    if (!clock_runs()) {
        return REAL(gethostbyaddr)(address, length, family);
    }
    h_errno = find_name(address, family, &own_entry, &own);
    return h_errno == 0 ? &own_entry : NULL;
}

HOOK int gethostname(char *into, size_t size) {
    if (!clock_runs()) {
        return REAL(gethostname)(into, size);
    }
    struct reply reply = ask(OPERATION_HOST_NAME, NULL, 0);
    bool fits = reply.length < size;
    snprintf(into, size, "%s", (char *) reply.bytes);
    free(reply.bytes);
    if (!fits) {
        errno = ENAMETOOLONG;
    }
    return fits ? 0 : -1;
}

HOOK int uname(struct utsname *names) {
    int done = REAL(uname)(names);
    if (done == 0 && clock_runs()) {
        gethostname(names->nodename, sizeof names->nodename);
    }
    return done;
}
