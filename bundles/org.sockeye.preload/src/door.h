/* Connections to the network's door, and frames on them. */
#ifndef SOCKEYE_DOOR_H
#define SOCKEYE_DOOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/uio.h>

#include "protocol.h"

struct reply {
    enum outcome outcome;
    int flags;
    int32_t value;
    uint8_t *bytes;
    size_t length;
};

/* Where the door is, and what lets in: kept for the life of the process. */
void door_is(const char *path, const char *secret);

/* The number that the network knows this process by; -1 before it has joined. */
int64_t door_process(void);
void door_process_is(int64_t number);

/*
 * Connects descriptor to the door and says hello. The reply's bytes are the caller's to free. False if there is no
 * network any more.
 */
bool door_hello(int descriptor, enum role role, int64_t process, int32_t number, struct reply *reply);

/* A new descriptor for the library's own use, out of the program's way; -1 if there is none. */
int door_descriptor(void);
/* Whether a descriptor is one of the library's own. */
bool door_owns(int descriptor);
void door_forget(int descriptor);

/* Writes all parts, whose descriptions it changes. */
bool door_write(int descriptor, struct iovec *parts, int count);
bool door_read(int descriptor, void *bytes, size_t length);
bool door_reply(int descriptor, struct reply *reply);

/* Ends the process: there is no network any more. */
_Noreturn void door_gone(void);

static inline void put16(uint8_t *at, uint16_t value) {
    at[0] = (uint8_t) (value >> 8);
    at[1] = (uint8_t) value;
}

static inline void put32(uint8_t *at, uint32_t value) {
    put16(at, (uint16_t) (value >> 16));
    put16(at + 2, (uint16_t) value);
}

static inline uint16_t get16(const uint8_t *at) {
    return (uint16_t) (at[0] << 8 | at[1]);
}

static inline uint32_t get32(const uint8_t *at) {
    return (uint32_t) get16(at) << 16 | get16(at + 2);
}

#endif
