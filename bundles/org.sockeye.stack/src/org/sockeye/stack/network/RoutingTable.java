package org.sockeye.stack.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.wire.IpAddress;

/**
 * Where datagrams go next: of the routes to an address the one with the longest prefix (RFC 1812, 5.2.4.3).
 *
 * <p>Subnets lie within each other or apart. Sorted by their first address, the last that begins at or before a
 * destination is therefore the right one, or lies within the right one; so each row points at the row around it.
 */
public final class RoutingTable {

    private static final Comparator<Route> BY_ADDRESS = Comparator
            .comparing((Route route) -> route.destination().address())
            .thenComparing(route -> route.destination().prefix());
    private static final int NONE = -1;

    private final Route[] rows;
    /** For each row the one with the longest prefix among those that contain it. */
    private final int[] around;

    /** A table; of several routes to the same addresses the first counts. */
    public RoutingTable(List<Route> routes) {
        List<Route> sorted = new ArrayList<>();
        for (Route route : routes.stream().sorted(BY_ADDRESS).toList()) {
            if (sorted.isEmpty() || !sorted.get(sorted.size() - 1).destination().equals(route.destination())) {
                sorted.add(route);
            }
        }
        rows = sorted.toArray(Route[]::new);
        around = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int candidate = i - 1;
            while (candidate != NONE && !rows[candidate].destination().contains(rows[i].destination().address())) {
                candidate = around[candidate];
            }
            around[i] = candidate;
        }
    }

    /** Longest prefix first. */
    public List<Route> routes() {
        return List.of(rows).stream().sorted(Comparator.comparingInt((Route route) -> -route.destination().prefix()))
                .toList();
    }

    /** The route to {@code destination}, or null if none leads there. */
    @Nullable
    Route lookUp(IpAddress destination) {
        int row = last(destination);
        while (row != NONE && !rows[row].destination().contains(destination)) {
            row = around[row];
        }
        return row == NONE ? null : rows[row];
    }

    /** The last row that begins at or before that address. */
    private int last(IpAddress address) {
        int low = 0;
        int high = rows.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (rows[middle].destination().address().compareTo(address) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
