/* The calls that move bytes; each is a message of one or more parts. */
#include "clock.h"
#include "real.h"
#include "transfer.h"

#include <errno.h>
#include <sys/uio.h>
#include <unistd.h>

HOOK ssize_t read(int descriptor, void *into, size_t length) {
    struct socket *socket = sockets_at(descriptor);
    struct iovec part = { into, length };
    struct msghdr message = { .msg_iov = &part, .msg_iovlen = 1 };
    return socket == NULL ? REAL(read)(descriptor, into, length)
        : length == 0 ? 0 : transfer_receive(descriptor, socket, &message, 0, "read");
}

HOOK ssize_t readv(int descriptor, const struct iovec *parts, int count) {
    struct socket *socket = sockets_at(descriptor);
    struct msghdr message = { .msg_iov = (struct iovec *) parts, .msg_iovlen = (size_t) count };
    return socket == NULL ? REAL(readv)(descriptor, parts, count)
        : transfer_receive(descriptor, socket, &message, 0, "readv");
}

HOOK ssize_t recv(int descriptor, void *into, size_t length, int flags) {
    struct socket *socket = sockets_at(descriptor);
    struct iovec part = { into, length };
    struct msghdr message = { .msg_iov = &part, .msg_iovlen = 1 };
    return socket == NULL ? REAL(recv)(descriptor, into, length, flags)
        : transfer_receive(descriptor, socket, &message, flags, "recv");
}

HOOK ssize_t recvfrom(int descriptor, void *into, size_t length, int flags, struct sockaddr *from,
        socklen_t *from_length) {
    struct socket *socket = sockets_at(descriptor);
    if (socket == NULL) {
        return REAL(recvfrom)(descriptor, into, length, flags, from, from_length);
    }
    struct iovec part = { into, length };
    struct msghdr message = { .msg_name = from, .msg_namelen = from_length == NULL ? 0 : *from_length,
        .msg_iov = &part, .msg_iovlen = 1 };
    ssize_t count = transfer_receive(descriptor, socket, &message, flags, "recvfrom");
    if (count >= 0 && from_length != NULL) {
        *from_length = message.msg_namelen;
    }
    return count;
}

HOOK ssize_t recvmsg(int descriptor, struct msghdr *message, int flags) {
    struct socket *socket = sockets_at(descriptor);
    return socket == NULL ? REAL(recvmsg)(descriptor, message, flags)
        : transfer_receive(descriptor, socket, message, flags, "recvmsg");
}

HOOK int recvmmsg(int descriptor, struct mmsghdr *messages, unsigned int count, int flags, struct timespec *limit) {
    struct socket *socket = sockets_at(descriptor);
    if (socket == NULL) {
        return REAL(recvmmsg)(descriptor, messages, count, flags, limit);
    }
    unsigned int done = 0;
    while (done < count) {
        /* The first may wait; the others are those that are there. */
        int waits = done == 0 ? flags & ~MSG_WAITFORONE : flags | MSG_DONTWAIT;
        ssize_t length = transfer_receive(descriptor, socket, &messages[done].msg_hdr, waits, "recvmmsg");
        if (length < 0) {
            break;
        }
        messages[done++].msg_len = (unsigned int) length;
    }
    return done > 0 ? (int) done : -1;
}

HOOK ssize_t write(int descriptor, const void *from, size_t length) {
    struct socket *socket = sockets_at(descriptor);
    struct iovec part = { (void *) from, length };
    struct msghdr message = { .msg_iov = &part, .msg_iovlen = 1 };
    return socket == NULL ? REAL(write)(descriptor, from, length)
        : transfer_send(descriptor, socket, &message, 0, "write");
}

HOOK ssize_t writev(int descriptor, const struct iovec *parts, int count) {
    struct socket *socket = sockets_at(descriptor);
    struct msghdr message = { .msg_iov = (struct iovec *) parts, .msg_iovlen = (size_t) count };
    return socket == NULL ? REAL(writev)(descriptor, parts, count)
        : transfer_send(descriptor, socket, &message, 0, "writev");
}

HOOK ssize_t send(int descriptor, const void *from, size_t length, int flags) {
    struct socket *socket = sockets_at(descriptor);
    struct iovec part = { (void *) from, length };
    struct msghdr message = { .msg_iov = &part, .msg_iovlen = 1 };
    return socket == NULL ? REAL(send)(descriptor, from, length, flags)
        : transfer_send(descriptor, socket, &message, flags, "send");
}

HOOK ssize_t sendto(int descriptor, const void *from, size_t length, int flags, const struct sockaddr *to,
        socklen_t to_length) {
    struct socket *socket = sockets_at(descriptor);
    struct iovec part = { (void *) from, length };
    struct msghdr message = { .msg_name = (void *) to, .msg_namelen = to_length, .msg_iov = &part, .msg_iovlen = 1 };
    return socket == NULL ? REAL(sendto)(descriptor, from, length, flags, to, to_length)
        : transfer_send(descriptor, socket, &message, flags, "sendto");
}

HOOK ssize_t sendmsg(int descriptor, const struct msghdr *message, int flags) {
    struct socket *socket = sockets_at(descriptor);
    return socket == NULL ? REAL(sendmsg)(descriptor, message, flags)
        : transfer_send(descriptor, socket, message, flags, "sendmsg");
}

HOOK int sendmmsg(int descriptor, struct mmsghdr *messages, unsigned int count, int flags) {
    struct socket *socket = sockets_at(descriptor);
    if (socket == NULL) {
        return REAL(sendmmsg)(descriptor, messages, count, flags);
    }
    unsigned int done = 0;
    for (ssize_t length = 0; done < count && length >= 0; done += length >= 0) {
        length = transfer_send(descriptor, socket, &messages[done].msg_hdr, flags, "sendmmsg");
        messages[done].msg_len = length < 0 ? 0 : (unsigned int) length;
    }
    return done > 0 ? (int) done : -1;
}

#define PIECE 16384

/* Bytes of a file into a socket, piece by piece; the file's own position moves only if no offset is given. */
static ssize_t send_file(int out, struct socket *socket, int in, off64_t *offset, size_t count) {
    char piece[PIECE];
    size_t done = 0;
    while (done < count) {
        size_t most = count - done < PIECE ? count - done : PIECE;
        ssize_t got = offset == NULL ? REAL(read)(in, piece, most) : pread64(in, piece, most, *offset);
        if (got <= 0) {
            return done > 0 || got == 0 ? (ssize_t) done : -1;
        }
        struct iovec part = { piece, (size_t) got };
        struct msghdr message = { .msg_iov = &part, .msg_iovlen = 1 };
        ssize_t sent = transfer_send(out, socket, &message, 0, "sendfile");
        if (offset == NULL && sent < got) {
            lseek64(in, (sent < 0 ? 0 : sent) - got, SEEK_CUR);
        }
        if (sent < 0) {
            return done > 0 ? (ssize_t) done : -1;
        }
        if (offset != NULL) {
            *offset += sent;
        }
        done += (size_t) sent;
        if (sent < got) {
            break;
        }
    }
    return (ssize_t) done;
}

ssize_t sendfile64(int out, int in, off64_t *offset, size_t count);
ssize_t sendfile(int out, int in, off_t *offset, size_t count);

HOOK ssize_t sendfile64(int out, int in, off64_t *offset, size_t count) {
    struct socket *socket = sockets_at(out);
    return socket == NULL ? REAL(sendfile64)(out, in, offset, count) : send_file(out, socket, in, offset, count);
}

HOOK ssize_t sendfile(int out, int in, off_t *offset, size_t count) {
    struct socket *socket = sockets_at(out);
    return socket == NULL ? REAL(sendfile)(out, in, offset, count)
        : send_file(out, socket, in, (off64_t *) offset, count);
}

/* What calls come to in programs that are compiled with checks of buffers (_FORTIFY_SOURCE). */
ssize_t __read_chk(int descriptor, void *into, size_t length, size_t size);
ssize_t __recv_chk(int descriptor, void *into, size_t length, size_t size, int flags);
ssize_t __recvfrom_chk(int descriptor, void *into, size_t length, size_t size, int flags, struct sockaddr *from,
    socklen_t *from_length);
_Noreturn void __chk_fail(void);

HOOK ssize_t __read_chk(int descriptor, void *into, size_t length, size_t size) {
    return length > size ? (__chk_fail(), -1) : read(descriptor, into, length);
}

HOOK ssize_t __recv_chk(int descriptor, void *into, size_t length, size_t size, int flags) {
    return length > size ? (__chk_fail(), -1) : recv(descriptor, into, length, flags);
}

HOOK ssize_t __recvfrom_chk(int descriptor, void *into, size_t length, size_t size, int flags, struct sockaddr *from,
        socklen_t *from_length) {
    return length > size ? (__chk_fail(), -1) : recvfrom(descriptor, into, length, flags, from, from_length);
}
