package org.sockeye.programs;

/** Servers and clients in C, in the ways that textbooks show. */
final class NativeServers {

    private NativeServers() {
    }

    /** Functions that the others use: listening on a port, reading and writing lines. */
    static final String COMMON = """
            static int listening(int port) {
                int s = socket(AF_INET, SOCK_STREAM, 0), on = 1;
                setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
                struct sockaddr_in a = { .sin_family = AF_INET, .sin_port = htons(port), .sin_addr = { INADDR_ANY } };
                if (bind(s, (struct sockaddr *) &a, sizeof a) < 0 || listen(s, 5) < 0) { perror("listen"); exit(1); }
                return s;
            }
            static int connected(const char *host, const char *port) {
                struct addrinfo hints = { .ai_socktype = SOCK_STREAM }, *found;
                int error = getaddrinfo(host, port, &hints, &found);
                if (error) { fprintf(stderr, "%s\\n", gai_strerror(error)); exit(1); }
                for (struct addrinfo *i = found; i; i = i->ai_next) {
                    int s = socket(i->ai_family, i->ai_socktype, i->ai_protocol);
                    if (connect(s, i->ai_addr, i->ai_addrlen) == 0) { freeaddrinfo(found); return s; }
                    close(s);
                }
                perror("connect"); exit(1);
            }
            """;

    /** Sends three lines a second apart, and prints the echoes. */
    static final String CLIENT = COMMON + """
            int main(int c, char **v) {
                int s = connected(v[1], v[2]);
                for (int i = 0; i < 3; i++) {
                    char line[100];
                    int n = sprintf(line, "%s says %d\\n", v[3], i);
                    if (write(s, line, n) != n) return 1;
                    int got = 0;
                    while (got < n) { int m = read(s, line + got, n - got); if (m <= 0) return 2; got += m; }
                    printf("%.*s", n, line);
                    sleep(1);
                }
                close(s);
                return 0;
            }
            """;

    static final String SELECT = COMMON + """
            int main(void) {
                int s = listening(7), most = s;
                fd_set all, ready;
                FD_ZERO(&all); FD_SET(s, &all);
                while (1) {
                    ready = all;
                    if (select(most + 1, &ready, NULL, NULL, NULL) < 0) { perror("select"); return 1; }
                    for (int fd = 0; fd <= most; fd++) {
                        if (!FD_ISSET(fd, &ready)) continue;
                        if (fd == s) {
                            int n = accept(s, NULL, NULL);
                            FD_SET(n, &all);
                            if (n > most) most = n;
                            printf("opened\\n");
                        } else {
                            char b[512];
                            int n = recv(fd, b, sizeof b, 0);
                            if (n <= 0) { close(fd); FD_CLR(fd, &all); printf("closed\\n"); }
                            else send(fd, b, n, 0);
                        }
                    }
                }
            }
            """;

    static final String POLL = COMMON
            + """
                    int main(void) {
                        struct pollfd p[16] = { { listening(7), POLLIN, 0 } };
                        int used = 1;
                        while (poll(p, used, -1) > 0) {
                            if (p[0].revents & POLLIN) { p[used++] = (struct pollfd) { accept(p[0].fd, NULL, NULL), POLLIN, 0 }; printf("opened\\n"); }
                            for (int i = 1; i < used; i++) {
                                if (!(p[i].revents & POLLIN)) continue;
                                char b[512];
                                ssize_t n = read(p[i].fd, b, sizeof b);
                                if (n <= 0) { close(p[i].fd); p[i] = p[--used]; i--; printf("closed\\n"); }
                                else write(p[i].fd, b, n);
                            }
                        }
                    }
                    """;

    /** Edge-triggered, with non-blocking sockets. */
    static final String EPOLL = COMMON
            + """
                    static void watch(int e, int fd) {
                        struct epoll_event event = { .events = EPOLLIN | EPOLLET, .data.fd = fd };
                        fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
                        epoll_ctl(e, EPOLL_CTL_ADD, fd, &event);
                    }
                    int main(void) {
                        int s = listening(7), e = epoll_create1(0);
                        watch(e, s);
                        while (1) {
                            struct epoll_event events[8];
                            int n = epoll_wait(e, events, 8, -1);
                            for (int i = 0; i < n; i++) {
                                int fd = events[i].data.fd, a;
                                if (fd == s) {
                                    while ((a = accept4(s, NULL, NULL, SOCK_NONBLOCK)) >= 0) { watch(e, a); printf("opened\\n"); }
                                    continue;
                                }
                                char b[512];
                                ssize_t m;
                                while ((m = read(fd, b, sizeof b)) > 0) write(fd, b, m);
                                if (m == 0 || errno != EAGAIN) { close(fd); printf("closed\\n"); }
                            }
                        }
                    }
                    """;

    /** A process a connection, collected by a signal's handler. */
    static final String FORK = COMMON + """
            static void reap(int n) { (void) n; while (waitpid(-1, NULL, WNOHANG) > 0); }
            int main(void) {
                signal(SIGCHLD, reap);
                int s = listening(7);
                while (1) {
                    int c = accept(s, NULL, NULL);
                    if (c < 0) { perror("accept"); return 1; }
                    printf("opened\\n");
                    if (fork() == 0) {
                        close(s);
                        char b[512];
                        ssize_t n;
                        while ((n = read(c, b, sizeof b)) > 0) write(c, b, n);
                        printf("closed\\n");
                        exit(0);
                    }
                    close(c);
                }
            }
            """;

    /** A thread a connection. */
    static final String THREADS = COMMON + """
            static void *serve(void *given) {
                int c = (int) (long) given;
                char b[512];
                ssize_t n;
                while ((n = read(c, b, sizeof b)) > 0) write(c, b, n);
                close(c);
                printf("closed\\n");
                return NULL;
            }
            int main(void) {
                int s = listening(7);
                while (1) {
                    long c = accept(s, NULL, NULL);
                    pthread_t t;
                    printf("opened\\n");
                    pthread_create(&t, NULL, serve, (void *) c);
                    pthread_detach(t);
                }
            }
            """;
}
