package org.sockeye.stack.network.nat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.wire.Endpoint;

/** The translation table: mappings by the port inside, and by the one outside. */
final class Mappings {

    private static final int FIRST = 1024;
    private static final int LAST = 0xffff;
    /** So many new mappings are made before those that are over are looked for. */
    private static final int BETWEEN_SWEEPS = 1024;

    private final Map<Key, Mapping> byInside = new LinkedHashMap<>();
    private final Map<Outer, Mapping> byPort = new LinkedHashMap<>();
    private int made;
    private int next = FIRST;

    private record Key(int protocol, Endpoint inside) {
    }

    private record Outer(int protocol, int port) {
    }

    /**
     * Keeps a port for a host inside.
     *
     * @throws IllegalArgumentException if the port is kept for another already
     */
    void keep(int protocol, int port, Endpoint inside) {
        Mapping other = byPort.get(new Outer(protocol, port));
        if (other != null) {
            throw new IllegalArgumentException("port " + port + " leads to " + other.inside() + " already");
        }
        add(new Mapping(protocol, inside, port, true));
    }

    /** The mapping of a port of the outer address; null if there is none. */
    @Nullable
    Mapping at(int protocol, int port, long now) {
        Mapping mapping = byPort.get(new Outer(protocol, port));
        return mapping == null || mapping.isOver(now) ? null : mapping;
    }

    /** The mapping of a port inside; null if there is none. */
    @Nullable
    Mapping of(int protocol, Endpoint inside, long now) {
        Mapping mapping = byInside.get(new Key(protocol, inside));
        return mapping == null || mapping.isOver(now) ? null : mapping;
    }

    /** A new mapping, with the same port outside as inside where that is free (RFC 4787, 4.2.1); null if none is. */
    @Nullable
    Mapping create(int protocol, Endpoint inside, long now) {
        if (++made % BETWEEN_SWEEPS == 0) {
            sweep(now);
        }
        int port = isFree(protocol, inside.port(), now) ? inside.port() : free(protocol, now);
        return port < 0 ? null : add(new Mapping(protocol, inside, port, false));
    }

    private Mapping add(Mapping mapping) {
        byInside.put(new Key(mapping.protocol(), mapping.inside()), mapping);
        byPort.put(new Outer(mapping.protocol(), mapping.port()), mapping);
        return mapping;
    }

    private int free(int protocol, long now) {
        for (int tried = FIRST; tried <= LAST; tried++) {
            next = next == LAST ? FIRST : next + 1;
            if (isFree(protocol, next, now)) {
                return next;
            }
        }
        return -1;
    }

    private boolean isFree(int protocol, int port, long now) {
        Mapping present = at(protocol, port, now);
        if (present == null) {
            Mapping over = byPort.remove(new Outer(protocol, port));
            if (over != null) {
                byInside.remove(new Key(protocol, over.inside()), over);
            }
        }
        return present == null;
    }

    private void sweep(long now) {
        byPort.values().removeIf(mapping -> mapping.isOver(now));
        byInside.values().removeIf(mapping -> mapping.isOver(now));
    }
}
