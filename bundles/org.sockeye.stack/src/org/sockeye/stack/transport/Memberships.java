package org.sockeye.stack.transport;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.network.NetworkService;
import org.sockeye.stack.socket.Errno;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.wire.IpAddress;

/** The groups that a UDP socket takes part in, and whom it hears there (RFC 3678, section 3). */
final class Memberships {

    private final NetworkService network;
    private final List<Membership> all = new ArrayList<>();

    /** Part in a group on the link of an interface: in what the sources send, or in what all others do. */
    private record Membership(IpAddress group, String port, boolean only, Set<IpAddress> sources) {

        boolean hears(IpAddress source) {
            return sources.contains(source) == only;
        }
    }

    Memberships(NetworkService network) {
        this.network = network;
    }

    private @Nullable Membership find(IpAddress group, String port) {
        for (Membership membership : all) {
            if (membership.group.equals(group) && membership.port.equals(port)) {
                return membership;
            }
        }
        return null;
    }

    void join(IpAddress group, String port) throws SocketError {
        if (find(group, port) != null) {
            throw new SocketError(Errno.EADDRINUSE);
        }
        add(group, port, false);
    }

    private Membership add(IpAddress group, String port, boolean only) throws SocketError {
        if (!network.join(group, port)) {
            throw new SocketError(Errno.ENODEV);
        }
        Membership added = new Membership(group, port, only, new LinkedHashSet<>());
        all.add(added);
        return added;
    }

    void join(IpAddress group, String port, IpAddress source) throws SocketError {
        Membership present = find(group, port);
        if (present != null && !present.only) {
            throw new SocketError(Errno.EINVAL);
        }
        Membership membership = present == null ? add(group, port, true) : present;
        if (!membership.sources.add(source)) {
            throw new SocketError(Errno.EADDRNOTAVAIL);
        }
    }

    void leave(IpAddress group, String port) throws SocketError {
        Membership present = find(group, port);
        if (present == null) {
            throw new SocketError(Errno.EADDRNOTAVAIL);
        }
        all.remove(present);
        network.leave(group, port);
    }

    void leave(IpAddress group, String port, IpAddress source) throws SocketError {
        Membership present = find(group, port);
        if (present == null || !present.only || !present.sources.remove(source)) {
            throw new SocketError(Errno.EADDRNOTAVAIL);
        }
        if (present.sources.isEmpty()) {
            leave(group, port);
        }
    }

    void block(IpAddress group, String port, IpAddress source, boolean blocked) throws SocketError {
        Membership present = find(group, port);
        if (present == null || present.only) {
            throw new SocketError(Errno.EINVAL);
        }
        if (!(blocked ? present.sources.add(source) : present.sources.remove(source))) {
            throw new SocketError(Errno.EADDRNOTAVAIL);
        }
    }

    void leaveAll() {
        all.forEach(membership -> network.leave(membership.group, membership.port));
        all.clear();
    }

    /** True if what {@code source} sends to the group is taken. */
    boolean hear(IpAddress group, IpAddress source) {
        for (Membership membership : all) {
            if (membership.group.equals(group) && membership.hears(source)) {
                return true;
            }
        }
        return false;
    }
}
