/* The functions that this library stands before: the next ones of the same name, found when first needed. */
#ifndef SOCKEYE_REAL_H
#define SOCKEYE_REAL_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include <dlfcn.h>

/* What programs see; everything else stays inside the library. */
#define HOOK __attribute__((visibility("default")))

#define REAL(name) ({ \
        static __typeof__(&name) found; \
        if (!found) { \
            found = (__typeof__(&name)) dlsym(RTLD_NEXT, #name); \
        } \
        found; \
    })

#endif
