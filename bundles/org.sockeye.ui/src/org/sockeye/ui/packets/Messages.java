package org.sockeye.ui.packets;

import org.eclipse.osgi.util.NLS;
import org.jspecify.annotations.NullUnmarked;

/** The texts of this package; NLS sets them. */
@NullUnmarked
final class Messages extends NLS {

    public static String columnNumber;
    public static String columnTime;
    public static String columnWhere;
    public static String columnSource;
    public static String columnDestination;
    public static String columnProtocol;
    public static String columnLength;
    public static String columnInfo;
    public static String dropped;
    public static String filterLabel;
    public static String filterHint;
    public static String filterTooltip;
    public static String count;
    public static String countFiltered;
    public static String empty;
    public static String showProjects;
    public static String emptyFiltered;

    static {
        NLS.initializeMessages("org.sockeye.ui.packets.messages", Messages.class);
    }

    private Messages() {
    }
}
