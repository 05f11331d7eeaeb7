package org.sockeye.drill.run;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The file descriptors of the script's program, under the numbers that the script gives them. */
final class Descriptors {

    private final Map<Long, Descriptor> byNumber = new LinkedHashMap<>();

    void put(long number, Descriptor descriptor) {
        byNumber.put(number, descriptor);
    }

    @Nullable
    Descriptor get(long number) {
        return byNumber.get(number);
    }

    /** The socket of that number, or null. */
    Descriptor.@Nullable Open socket(long number) {
        return byNumber.get(number) instanceof Descriptor.Open open ? open : null;
    }

    /** Lets those who watch sockets see what has become of them. */
    void look() {
        for (Descriptor descriptor : byNumber.values()) {
            if (descriptor instanceof Descriptor.Watching watching) {
                watching.epoll().look();
            }
        }
    }

    @Nullable
    Descriptor remove(long number) {
        Descriptor removed = byNumber.remove(number);
        if (removed instanceof Descriptor.Open open) {
            for (Descriptor other : byNumber.values()) {
                if (other instanceof Descriptor.Watching watching) {
                    watching.epoll().forget(open);
                }
            }
        }
        return removed;
    }
}
