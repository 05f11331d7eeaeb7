package org.sockeye.ui.network;

import org.eclipse.osgi.util.NLS;
import org.jspecify.annotations.NullUnmarked;

/** The texts of this package; NLS sets them. */
@NullUnmarked
final class Messages extends NLS {

    public static String idle;
    public static String running;
    public static String waiting;
    public static String stopped;
    public static String hint;
    public static String ended;
    public static String endedByStop;
    public static String endedBadly;
    public static String lossOne;
    public static String lossMany;
    public static String canvasName;
    public static String stopping;

    static {
        NLS.initializeMessages("org.sockeye.ui.network.messages", Messages.class);
    }

    private Messages() {
    }
}
