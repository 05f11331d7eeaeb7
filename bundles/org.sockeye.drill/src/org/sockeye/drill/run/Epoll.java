package org.sockeye.drill.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sockeye.stack.socket.StreamSocket;

/** An epoll instance: sockets, the events that they are watched for, and what has been told of each already. */
final class Epoll {

    private final Map<Descriptor.Open, Watch> watched = new LinkedHashMap<>();

    /** One socket's registration. */
    private static final class Watch {
        private int wanted;
        private long data;
        private int told;
        private int unread;

        private Watch(int wanted, long data) {
            this.wanted = wanted;
            this.data = data;
        }
    }

    /** A socket that is ready, named by what the program registered with it. */
    record Ready(int events, long data) {
    }

    boolean contains(Descriptor.Open socket) {
        return watched.containsKey(socket);
    }

    void watch(Descriptor.Open socket, int wanted, long data) {
        watched.put(socket, new Watch(wanted, data));
    }

    void forget(Descriptor.Open socket) {
        watched.remove(socket);
    }

    /** Looks at all sockets after something has happened: what is over, or has grown, may be told again. */
    void look() {
        watched.forEach((socket, watch) -> {
            StreamSocket stream = socket.stream();
            int unread = stream == null ? 0 : stream.available();
            watch.told &= unread > watch.unread ? ~(Constants.POLLIN | 0x40) : -1;
            watch.told &= Readiness.of(socket);
            watch.unread = unread;
        });
    }

    /** The sockets that are ready, at most {@code most} of them, which are thereby told. */
    List<Ready> take(int most) {
        List<Ready> ready = new ArrayList<>();
        watched.forEach((socket, watch) -> {
            int now = Readiness.of(socket) & (watch.wanted | Constants.POLLERR | Constants.POLLHUP);
            boolean edge = (watch.wanted & Constants.EPOLLET) != 0;
            boolean off = watch.wanted == 0;
            if (ready.size() < most && !off && now != 0 && (!edge || (now & ~watch.told) != 0)) {
                ready.add(new Ready(now, watch.data));
                watch.told = now;
                if ((watch.wanted & Constants.EPOLLONESHOT) != 0) {
                    watch.wanted = 0;
                }
            }
        });
        return ready;
    }
}
