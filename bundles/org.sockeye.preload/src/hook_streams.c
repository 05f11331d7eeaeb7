/*
 * Streams of the C library on simulated sockets. The library reads and writes descriptors by functions of its own,
 * which nobody can stand before; so such a stream is one with functions of ours.
 */
#include "real.h"
#include "sockets.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define MOST_STREAMS 1024

/* Which stream stands on which descriptor, for fileno: the library knows none for a stream with functions. */
static FILE *streams[MOST_STREAMS];

static int descriptor(void *cookie) {
    return (int) (intptr_t) cookie;
}

static ssize_t read_socket(void *cookie, char *into, size_t length) {
    return read(descriptor(cookie), into, length);
}

static ssize_t write_socket(void *cookie, const char *from, size_t length) {
    return write(descriptor(cookie), from, length);
}

static int close_socket(void *cookie) {
    if (descriptor(cookie) < MOST_STREAMS) {
        streams[descriptor(cookie)] = NULL;
    }
    return close(descriptor(cookie));
}

HOOK FILE *fdopen(int number, const char *mode) {
    if (sockets_at(number) == NULL) {
        return REAL(fdopen)(number, mode);
    }
    cookie_io_functions_t functions = { .read = read_socket, .write = write_socket, .close = close_socket };
    FILE *stream = fopencookie((void *) (intptr_t) number, mode, functions);
    if (number < MOST_STREAMS) {
        streams[number] = stream;
    }
    return stream;
}

static int number_of(FILE *stream) {
    for (int i = 0; i < MOST_STREAMS; i++) {
        if (streams[i] == stream) {
            return i;
        }
    }
    return -1;
}

HOOK int fileno(FILE *stream) {
    int number = number_of(stream);
    return number >= 0 ? number : REAL(fileno)(stream);
}

HOOK int vdprintf(int number, const char *format, va_list arguments) {
    if (sockets_at(number) == NULL) {
        return REAL(vdprintf)(number, format, arguments);
    }
    char *text;
    int length = vasprintf(&text, format, arguments);
    if (length >= 0) {
        length = (int) write(number, text, (size_t) length);
        free(text);
    }
    return length;
}

HOOK int dprintf(int number, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int length = vdprintf(number, format, arguments);
    va_end(arguments);
    return length;
}

int __dprintf_chk(int number, int flag, const char *format, ...);

HOOK int __dprintf_chk(int number, int flag, const char *format, ...) {
    (void) flag;
    va_list arguments;
    va_start(arguments, format);
    int length = vdprintf(number, format, arguments);
    va_end(arguments);
    return length;
}
