package org.sockeye.ui.launch;

import org.eclipse.osgi.util.NLS;
import org.jspecify.annotations.NullUnmarked;

/** The texts of this package; NLS sets them. */
@NullUnmarked
final class Messages extends NLS {

    public static String askTitle;
    public static String askHeading;
    public static String askMessage;
    public static String askRun;
    public static String noProgram;
    public static String tabName;
    public static String tabHost;
    public static String tabTopology;
    public static String tabTopologyHint;
    public static String tabBrowse;
    public static String tabSeed;
    public static String tabSeedHint;
    public static String errorHost;
    public static String errorSeed;

    static {
        NLS.initializeMessages("org.sockeye.ui.launch.messages", Messages.class);
    }

    private Messages() {
    }
}
