package org.sockeye.ui.layers;

import org.eclipse.osgi.util.NLS;
import org.jspecify.annotations.NullUnmarked;

/** The texts of this package; NLS sets them. */
@NullUnmarked
final class Messages extends NLS {

    public static String empty;
    public static String showPackets;
    public static String dollLabel;
    public static String dollTrailer;
    public static String fieldLabel;
    public static String explainHint;
    public static String explanation;
    public static String sentBy;
    public static String hopsName;
    public static String dollsName;
    public static String bytesName;

    static {
        NLS.initializeMessages("org.sockeye.ui.layers.messages", Messages.class);
    }

    private Messages() {
    }
}
