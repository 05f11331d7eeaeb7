package org.sockeye.stack.transport.tcp.congestion;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The congestion controls that a host may choose from by name. Does not change; another one makes another choice. */
public final class CongestionControls {

    /** Those that ship. */
    public static final CongestionControls STANDARD = new CongestionControls(
            new TreeMap<>(Map.of(Cubic.NAME, Cubic::new, Reno.NAME, Reno::new)));

    private final SortedMap<String, Supplier<CongestionControl>> makers;

    private CongestionControls(SortedMap<String, Supplier<CongestionControl>> makers) {
        this.makers = makers;
    }

    /** These and one more, or another one in place of that of the same name. */
    public CongestionControls with(String name, Supplier<CongestionControl> maker) {
        SortedMap<String, Supplier<CongestionControl>> more = new TreeMap<>(makers);
        more.put(name, maker);
        return new CongestionControls(more);
    }

    /** All names, in order. */
    public Set<String> names() {
        return makers.keySet();
    }

    /**
     * A control for a new connection.
     *
     * @throws IllegalArgumentException if none bears that name
     */
    public CongestionControl create(String name) {
        Supplier<CongestionControl> maker = makers.get(name);
        if (maker == null) {
            throw new IllegalArgumentException("no congestion control \"" + name + "\"; there are " + names());
        }
        return maker.get();
    }
}
