package org.sockeye.launching;

/** The launch configuration type of programs on simulated hosts, and its attributes. */
public final class LaunchAttributes {

    /** The launch configuration type. */
    public static final String TYPE = "org.sockeye.launching.program";

    /** The name of the host that the program runs on. */
    public static final String HOST = "org.sockeye.launching.host";

    /** A named topology, or the path of a topology file; {@value #DEFAULT_TOPOLOGY} if missing. */
    public static final String TOPOLOGY = "org.sockeye.launching.topology";

    /** The seed of the network's chance; 1 if missing. */
    public static final String SEED = "org.sockeye.launching.seed";

    /** The topology of a launch that names none. */
    public static final String DEFAULT_TOPOLOGY = "path";

    private LaunchAttributes() {
    }
}
