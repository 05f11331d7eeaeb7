/* The interfaces of the simulated host. */
#include "calls.h"
#include "clock.h"
#include "real.h"

#include <arpa/inet.h>
#include <errno.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

/* One entry and all that it points to, so that freeing is simple. */
struct interface {
    struct ifaddrs entry;
    struct sockaddr_storage address;
    struct sockaddr_storage mask;
    char name[IFNAMSIZ];
};

static struct reply ask(void) {
    struct call call = { .operation = OPERATION_INTERFACES };
    return calls_make(&call);
}

/* The first bits of an address, as many as the prefix has. */
static void fill_mask(uint8_t *bytes, int length, int prefix) {
    for (int i = 0; i < length; i++, prefix -= 8) {
        bytes[i] = prefix >= 8 ? 0xff : prefix <= 0 ? 0 : (uint8_t) (0xff << (8 - prefix));
    }
}

static unsigned int flags(const char *words) {
    return (strstr(words, "up") != NULL ? IFF_UP | IFF_RUNNING : 0)
        | (strstr(words, "loopback") != NULL ? IFF_LOOPBACK : 0)
        | (strstr(words, "broadcast") != NULL ? IFF_BROADCAST : 0)
        | (strstr(words, "multicast") != NULL ? IFF_MULTICAST : 0);
}

/* An entry for one of an interface's addresses, in text with its prefix length; NULL if it cannot be told. */
static struct ifaddrs *entry(const char *name, const char *index, const char *words, char *address) {
    char *slash = strchr(address, '/');
    struct interface *made = slash == NULL ? NULL : calloc(1, sizeof *made);
    if (made == NULL) {
        return NULL;
    }
    *slash = 0;
    struct sockaddr_in *in = (struct sockaddr_in *) &made->address;
    struct sockaddr_in6 *in6 = (struct sockaddr_in6 *) &made->address;
    int prefix = atoi(slash + 1);
    if (inet_pton(AF_INET, address, &in->sin_addr) == 1) {
        in->sin_family = made->mask.ss_family = AF_INET;
        fill_mask((uint8_t *) &((struct sockaddr_in *) &made->mask)->sin_addr, 4, prefix);
    } else if (inet_pton(AF_INET6, address, &in6->sin6_addr) == 1) {
        in6->sin6_family = made->mask.ss_family = AF_INET6;
        in6->sin6_scope_id = IN6_IS_ADDR_LINKLOCAL(&in6->sin6_addr) ? (uint32_t) atoi(index) : 0;
        fill_mask((uint8_t *) &((struct sockaddr_in6 *) &made->mask)->sin6_addr, 16, prefix);
    }
    strncpy(made->name, name, IFNAMSIZ - 1);
    made->entry.ifa_name = made->name;
    made->entry.ifa_flags = flags(words);
    made->entry.ifa_addr = (struct sockaddr *) &made->address;
    made->entry.ifa_netmask = (struct sockaddr *) &made->mask;
    return &made->entry;
}

HOOK int getifaddrs(struct ifaddrs **result) {
    if (!clock_runs()) {
        return REAL(getifaddrs)(result);
    }
    struct ifaddrs **last = result;
    *result = NULL;
    struct reply reply = ask();
    char *lines;
    for (char *line = strtok_r((char *) reply.bytes, "\n", &lines); line != NULL; line = strtok_r(NULL, "\n", &lines)) {
        char *words;
        char *head[5]; /* name, index, MTU, flags, MAC address */
        for (int i = 0; i < 5; i++) {
            head[i] = strtok_r(i == 0 ? line : NULL, " ", &words);
        }
        for (char *word = strtok_r(NULL, " ", &words); word != NULL; word = strtok_r(NULL, " ", &words)) {
            struct ifaddrs *made = entry(head[0], head[1], head[3], word);
            if (made != NULL) {
                *last = made;
                last = &made->ifa_next;
            }
        }
    }
    free(reply.bytes);
    return 0;
}

HOOK void freeifaddrs(struct ifaddrs *entries) {
    if (!clock_runs()) {
        REAL(freeifaddrs)(entries);
        return;
    }
    while (entries != NULL) {
        struct ifaddrs *next = entries->ifa_next;
        free(entries);
        entries = next;
    }
}

/* Whether a line of the interfaces has that name or, if there is none, that index; its name and index then. */
static bool look_up(const char *wanted, unsigned int number, char name[IFNAMSIZ], unsigned int *index) {
    struct reply reply = ask();
    bool found = false;
    char *lines;
    for (char *line = strtok_r((char *) reply.bytes, "\n", &lines); line != NULL && !found;
            line = strtok_r(NULL, "\n", &lines)) {
        char *words;
        char *first = strtok_r(line, " ", &words);
        *index = (unsigned int) atoi(strtok_r(NULL, " ", &words));
        snprintf(name, IFNAMSIZ, "%s", first);
        found = wanted == NULL ? *index == number : strcmp(wanted, first) == 0;
    }
    free(reply.bytes);
    return found;
}

HOOK unsigned int if_nametoindex(const char *name) {
    char found[IFNAMSIZ];
    unsigned int index;
    if (!clock_runs()) {
        return REAL(if_nametoindex)(name);
    }
    if (look_up(name, 0, found, &index)) {
        return index;
    }
    errno = ENODEV;
    return 0;
}

HOOK char *if_indextoname(unsigned int index, char name[IFNAMSIZ]) {
    unsigned int same;
    if (!clock_runs()) {
        return REAL(if_indextoname)(index, name);
    }
    if (look_up(NULL, index, name, &same)) {
        return name;
    }
    errno = ENXIO;
    return NULL;
}
