package org.sockeye.launching;

import org.eclipse.osgi.util.NLS;
import org.jspecify.annotations.NullUnmarked;

/** The texts of this bundle; NLS sets them. */
@NullUnmarked
public final class Messages extends NLS {

    public static String consoleLabel;
    public static String launching;
    public static String noHost;
    public static String otherNetwork;
    public static String cannotOpen;
    public static String ended;
    public static String fault;
    public static String graderFailed;
    public static String graderSilent;
    public static String grading;
    public static String notInstalled;
    public static String noLabs;
    public static String cannotCreateProject;

    static {
        NLS.initializeMessages("org.sockeye.launching.messages", Messages.class);
    }

    private Messages() {
    }
}
