package org.sockeye.ui.source;

import org.eclipse.osgi.util.NLS;
import org.jspecify.annotations.NullUnmarked;

/** The texts of this package; NLS sets them. */
@NullUnmarked
final class Messages extends NLS {

    public static String searching;
    public static String notFound;
    public static String noProgram;

    static {
        NLS.initializeMessages("org.sockeye.ui.source.messages", Messages.class);
    }

    private Messages() {
    }
}
