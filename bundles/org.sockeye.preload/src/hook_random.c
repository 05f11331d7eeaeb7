/* Random numbers that the operating system would give: always the same ones, so that what a program sends repeats. */
#include "clock.h"
#include "door.h"
#include "real.h"

#include <stdatomic.h>
#include <sys/random.h>

static _Atomic uint64_t state = 0x50cce7e;

/* SplitMix64: each call takes one step, so threads and signal handlers may share it. */
static uint64_t next(void) {
    uint64_t z = atomic_fetch_add(&state, 0x9e3779b97f4a7c15) + 0x9e3779b97f4a7c15;
    z += (uint64_t) door_process() * 0xd1342543de82ef95; /* other processes get others */
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
    z = (z ^ z >> 27) * 0x94d049bb133111eb;
    return z ^ z >> 31;
}

static void fill(uint8_t *bytes, size_t length) {
    for (size_t i = 0; i < length; i++) {
        bytes[i] = (uint8_t) next();
    }
}

HOOK ssize_t getrandom(void *into, size_t length, unsigned int flags) {
    if (!clock_runs()) {
        return REAL(getrandom)(into, length, flags);
    }
    fill(into, length);
    return (ssize_t) length;
}

HOOK int getentropy(void *into, size_t length) {
    if (!clock_runs() || length > 256) {
        return REAL(getentropy)(into, length);
    }
    fill(into, length);
    return 0;
}
