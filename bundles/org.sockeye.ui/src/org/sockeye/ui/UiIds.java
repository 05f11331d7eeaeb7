package org.sockeye.ui;

/** Ids of what this bundle contributes, as in its plugin.xml. */
public final class UiIds {

    public static final String PERSPECTIVE = "org.sockeye.ui.perspective";
    public static final String NETWORK_VIEW = "org.sockeye.ui.network";
    public static final String PACKETS_VIEW = "org.sockeye.ui.packets";
    public static final String LAYERS_VIEW = "org.sockeye.ui.layers";
    public static final String LAB_VIEW = "org.sockeye.ui.lab";
    public static final String NEW_LAB_WIZARD = "org.sockeye.ui.newLabProject";

    private UiIds() {
    }
}
