package org.sockeye.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Single calls of native programs do what they do in Linux; each program tells what was wrong, and else nothing. */
class NativeCallsTest {

    /** CHECK tells the line of what does not hold. */
    private static final String CHECK = NativeServers.COMMON
            + """
                    #define CHECK(what) do { if (!(what)) printf("%d: %s (errno %s)\\n", __LINE__, #what, strerror(errno)); } while (0)
                    static double now(void) { struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t); return t.tv_sec + t.tv_nsec / 1e9; }
                    static void nothing(int n) { (void) n; }
                    """;

    @TempDir
    private static Path folder;

    /** What a program prints that runs on the client, beside an echo server at server:7; nothing, if all is well. */
    private static String complaints(String name, String body) {
        String echo = Natives.compile(folder, "echo", NativeServers.THREADS);
        String program = Natives.compile(folder, name, CHECK + body);
        try (Scene scene = new Scene(JavaHomes.one(), folder)) {
            Natives.launch(scene, "server", "server", List.of(echo));
            return Scene.output(scene.finish(Natives.launch(scene, name, "client", List.of(program), "one", "two")));
        }
    }

    @Test
    void transfersOfEveryKindMoveTheirBytes() {
        assertEquals("", complaints("transfers", """
                int main(void) {
                    int s = connected("server", "7");
                    char a[4], b[8], text[64];
                    struct iovec out[] = { { "abc", 3 }, { "defgh", 5 } }, in[] = { { a, 4 }, { b, 4 } };
                    CHECK(writev(s, out, 2) == 8);
                    CHECK(recv(s, text, 8, MSG_PEEK | MSG_WAITALL) == 8 && memcmp(text, "abcdefgh", 8) == 0);
                    int ready = 0;
                    CHECK(ioctl(s, FIONREAD, &ready) == 0 && ready == 8);
                    CHECK(readv(s, in, 2) == 8 && memcmp(a, "abcd", 4) == 0 && memcmp(b, "efgh", 4) == 0);
                    struct msghdr m = { .msg_iov = out, .msg_iovlen = 2 };
                    CHECK(sendmsg(s, &m, MSG_NOSIGNAL) == 8);
                    CHECK(recv(s, text, 8, MSG_WAITALL) == 8 && memcmp(text, "abcdefgh", 8) == 0);
                    FILE *f = tmpfile();
                    for (int i = 0; i < 20000; i++) fprintf(f, "%5d\\n", i);
                    fflush(f);
                    off_t offset = 6;
                    CHECK(sendfile(s, fileno(f), &offset, 12) == 12 && offset == 18);
                    CHECK(recv(s, text, 12, MSG_WAITALL) == 12 && memcmp(text, "    1\\n    2\\n", 12) == 0);
                    CHECK(recv(s, text, 1, MSG_DONTWAIT) == -1 && errno == EAGAIN);
                    FILE *stream = fdopen(dup(s), "r+");
                    CHECK(fprintf(stream, "line %d\\n", 1) == 7 && fflush(stream) == 0);
                    CHECK(fgets(text, sizeof text, stream) != NULL && strcmp(text, "line 1\\n") == 0);
                    CHECK(fclose(stream) == 0);
                    CHECK(dprintf(s, "%s", "xyz") == 3);
                    CHECK(read(s, text, sizeof text) == 3);
                    CHECK(shutdown(s, SHUT_WR) == 0);
                    CHECK(read(s, text, sizeof text) == 0);
                    signal(SIGPIPE, SIG_IGN);
                    CHECK(write(s, "x", 1) == -1 && errno == EPIPE);
                    CHECK(close(s) == 0);
                    CHECK(write(s, "x", 1) == -1 && errno == EBADF);
                }
                """));
    }

    @Test
    void namesOptionsAndDescriptorsAreAsInLinux() {
        assertEquals("", complaints("names",
                """
                        int main(void) {
                            char host[256], service[32], name[256];
                            CHECK(gethostname(name, sizeof name) == 0 && strcmp(name, "client") == 0);
                            struct hostent *h = gethostbyname("server");
                            CHECK(h && h->h_length == 4 && strcmp(inet_ntoa(*(struct in_addr *) h->h_addr), "10.0.2.2") == 0);
                            CHECK(gethostbyname("nowhere.example") == NULL && h_errno == HOST_NOT_FOUND);
                            struct addrinfo *found;
                            CHECK(getaddrinfo("nowhere.example", "http", NULL, &found) == EAI_NONAME);
                            struct sockaddr_in a = { .sin_family = AF_INET, .sin_port = htons(80) };
                            inet_aton("10.0.2.2", &a.sin_addr);
                            CHECK(getnameinfo((void *) &a, sizeof a, host, sizeof host, service, sizeof service, 0) == 0);
                            CHECK(strncmp(host, "server", 6) == 0 && strcmp(service, "http") == 0);
                            CHECK(getnameinfo((void *) &a, sizeof a, host, sizeof host, service, sizeof service, NI_NUMERICHOST | NI_NUMERICSERV) == 0);
                            CHECK(strcmp(host, "10.0.2.2") == 0 && strcmp(service, "80") == 0);

                            int s = connected("server", "7");
                            socklen_t n = sizeof a;
                            CHECK(getpeername(s, (void *) &a, &n) == 0 && n == sizeof a && ntohs(a.sin_port) == 7);
                            CHECK(getsockname(s, (void *) &a, &n) == 0 && strcmp(inet_ntoa(a.sin_addr), "10.0.1.2") == 0);
                            int value = 0;
                            n = sizeof value;
                            CHECK(getsockopt(s, SOL_SOCKET, SO_TYPE, &value, &n) == 0 && value == SOCK_STREAM);
                            CHECK(getsockopt(s, SOL_SOCKET, SO_ERROR, &value, &n) == 0 && value == 0);
                            value = 1;
                            CHECK(setsockopt(s, IPPROTO_TCP, TCP_NODELAY, &value, sizeof value) == 0);
                            value = 0;
                            CHECK(getsockopt(s, IPPROTO_TCP, TCP_NODELAY, &value, &n) == 0 && value == 1);
                            value = 10000;
                            CHECK(setsockopt(s, SOL_SOCKET, SO_RCVBUF, &value, sizeof value) == 0);
                            CHECK(getsockopt(s, SOL_SOCKET, SO_RCVBUF, &value, &n) == 0 && value == 20000);
                            struct linger linger = { 1, 5 };
                            CHECK(setsockopt(s, SOL_SOCKET, SO_LINGER, &linger, sizeof linger) == 0);
                            linger.l_linger = 0; n = sizeof linger;
                            CHECK(getsockopt(s, SOL_SOCKET, SO_LINGER, &linger, &n) == 0 && linger.l_onoff == 1 && linger.l_linger == 5);

                            int d = dup(s), e = fcntl(s, F_DUPFD, 20), f = dup2(s, 33);
                            CHECK(d == s + 1 && e == 20 && f == 33);
                            close(s); close(d); close(e);
                            char b[3];
                            CHECK(send(f, "abc", 3, 0) == 3 && recv(f, b, 3, MSG_WAITALL) == 3);
                            CHECK((fcntl(f, F_GETFL) & O_NONBLOCK) == 0);
                            int on = 1;
                            CHECK(ioctl(f, FIONBIO, &on) == 0 && recv(f, b, 3, 0) == -1 && errno == EWOULDBLOCK);
                            CHECK(socket(AF_INET, SOCK_RAW, IPPROTO_ICMP) == -1 && errno == EPERM);
                            CHECK(connect(f, (void *) &a, sizeof a) == -1 && errno == EISCONN);
                            int u = socket(AF_INET, SOCK_STREAM, 0);
                            CHECK(u == 3);
                            CHECK(getpeername(u, (void *) &a, &n) == -1 && errno == ENOTCONN);
                            CHECK(recv(u, b, 1, 0) == -1 && errno == ENOTCONN);
                            CHECK(accept(u, NULL, NULL) == -1 && errno == EINVAL);
                            CHECK(accept(0, NULL, NULL) == -1 && errno == ENOTSOCK);
                        }
                        """));
    }

    @Test
    void connectionsAreMadeRefusedAndAwaitedWithoutBlocking() {
        assertEquals("", complaints("connects", """
                static int start(int port) {
                    struct sockaddr_in a = { .sin_family = AF_INET, .sin_port = htons(port) };
                    inet_aton("10.0.2.2", &a.sin_addr);
                    int s = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
                    CHECK(connect(s, (void *) &a, sizeof a) == -1 && errno == EINPROGRESS);
                    CHECK(connect(s, (void *) &a, sizeof a) == -1 && errno == EALREADY);
                    struct pollfd p = { s, POLLIN | POLLOUT, 0 };
                    CHECK(poll(&p, 1, 0) == 0);
                    CHECK(poll(&p, 1, 5000) == 1 && (p.revents & POLLOUT));
                    return s;
                }
                int main(void) {
                    int value, s = start(7);
                    socklen_t n = sizeof value;
                    CHECK(getsockopt(s, SOL_SOCKET, SO_ERROR, &value, &n) == 0 && value == 0);
                    CHECK(send(s, "abc", 3, 0) == 3);
                    s = start(8);
                    CHECK(getsockopt(s, SOL_SOCKET, SO_ERROR, &value, &n) == 0 && value == ECONNREFUSED);
                    struct sockaddr_in a = { .sin_family = AF_INET, .sin_port = htons(8) };
                    inet_aton("10.0.2.2", &a.sin_addr);
                    s = socket(AF_INET, SOCK_STREAM, 0);
                    CHECK(connect(s, (void *) &a, sizeof a) == -1 && errno == ECONNREFUSED);
                    /* A datagram to a port where nobody is, heard of at the next call. */
                    s = socket(AF_INET, SOCK_DGRAM, 0);
                    char b[4];
                    CHECK(connect(s, (void *) &a, sizeof a) == 0 && send(s, "x", 1, 0) == 1);
                    CHECK(recv(s, b, 4, 0) == -1 && errno == ECONNREFUSED);
                }
                """));
    }

    @Test
    void limitsOfEveryKindGoBySimulatedTime() {
        assertEquals("", complaints("limits",
                """
                        static double since;
                        static int took(double seconds) { double d = now() - since; since = now(); return d > seconds - 1e-6 && d < seconds + 1e-6; }
                        static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
                        static pthread_cond_t condition = PTHREAD_COND_INITIALIZER;
                        static void *wakes(void *none) { sleep(3); pthread_mutex_lock(&mutex); pthread_cond_signal(&condition); pthread_mutex_unlock(&mutex); return none; }
                        int main(void) {
                            int s = socket(AF_INET, SOCK_DGRAM, 0);
                            char b[4];
                            struct timeval limit = { 2, 500000 };
                            since = now();
                            CHECK(setsockopt(s, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit) == 0);
                            CHECK(recv(s, b, 4, 0) == -1 && errno == EAGAIN && took(2.5));
                            struct pollfd p = { s, POLLIN, 0 };
                            CHECK(poll(&p, 1, 1500) == 0 && took(1.5));
                            fd_set set; FD_ZERO(&set); FD_SET(s, &set);
                            CHECK(select(s + 1, &set, NULL, NULL, &limit) == 0 && took(2.5) && !FD_ISSET(s, &set) && limit.tv_sec == 0);
                            int e = epoll_create1(0);
                            struct epoll_event event = { .events = EPOLLIN };
                            CHECK(epoll_ctl(e, EPOLL_CTL_ADD, s, &event) == 0 && epoll_wait(e, &event, 1, 700) == 0 && took(0.7));
                            CHECK(usleep(250000) == 0 && took(0.25));
                            struct timespec t = { 600, 1 };
                            CHECK(nanosleep(&t, NULL) == 0 && took(600));
                            clock_gettime(CLOCK_REALTIME, &t);
                            t.tv_sec += 4;
                            pthread_mutex_lock(&mutex);
                            CHECK(pthread_cond_timedwait(&condition, &mutex, &t) == ETIMEDOUT && took(4));
                            pthread_t thread;
                            pthread_create(&thread, NULL, wakes, NULL);
                            t.tv_sec += 100;
                            CHECK(pthread_cond_timedwait(&condition, &mutex, &t) == 0 && took(3));
                            pthread_mutex_unlock(&mutex);
                            CHECK(pthread_join(thread, NULL) == 0);
                            sem_t semaphore;
                            sem_init(&semaphore, 0, 0);
                            clock_gettime(CLOCK_REALTIME, &t);
                            t.tv_sec += 9;
                            CHECK(sem_timedwait(&semaphore, &t) == -1 && errno == ETIMEDOUT && took(9));
                            struct sigaction rings = { .sa_handler = nothing };
                            sigaction(SIGALRM, &rings, NULL);
                            limit.tv_sec = 0; limit.tv_usec = 0;
                            setsockopt(s, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
                            alarm(5);
                            CHECK(recv(s, b, 4, 0) == -1 && errno == EINTR && took(5));
                            alarm(2);
                            CHECK(sleep(10) == 8 && took(2));
                            while (now() - since < 1);
                            CHECK(1);
                        }
                        """));
    }

    /** As old textbooks give a receive a time limit: by a jump out of the signal's handler. */
    @Test
    void aJumpOutOfAWaitLeavesIt() {
        assertEquals("", complaints("jumps", """
                #include <setjmp.h>
                static sigjmp_buf place;
                static void jumps(int n) { (void) n; siglongjmp(place, 1); }
                int main(void) {
                    int s = socket(AF_INET, SOCK_DGRAM, 0);
                    char b[4];
                    double since = now();
                    signal(SIGALRM, jumps);
                    for (volatile int i = 0; i < 3; i++) {
                        if (sigsetjmp(place, 1) == 0) {
                            alarm(2);
                            recv(s, b, 4, 0);
                            CHECK(0);
                        }
                    }
                    CHECK(now() - since == 6);
                    sleep(4);
                    CHECK(now() - since == 10);
                }
                """));
    }

    @Test
    void standardInputComesLineByLineAlsoBesideSockets() {
        assertEquals("", complaints("input", """
                int main(void) {
                    int s = connected("server", "7");
                    char b[64], echoed[64] = "";
                    int ended = 0;
                    while (strlen(echoed) < 7) {
                        fd_set set; FD_ZERO(&set); FD_SET(s, &set); if (!ended) FD_SET(0, &set);
                        CHECK(select(s + 1, &set, NULL, NULL, NULL) > 0);
                        if (FD_ISSET(0, &set)) {
                            ssize_t n = read(0, b, sizeof b);
                            CHECK(n == 4 || n == 3 || n == 0);
                            if (n > 0) CHECK(write(s, b, n) == n); else ended = 1;
                        }
                        if (FD_ISSET(s, &set)) {
                            ssize_t n = read(s, b, sizeof b);
                            CHECK(n > 0);
                            strncat(echoed, b, n);
                        }
                    }
                    CHECK(strcmp(echoed, "one\\ntwo") == 0);
                }
                """));
    }
}
