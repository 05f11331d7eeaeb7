package org.sockeye.ui.testing;

import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.ui.PlatformUI;

/** The themes of the workbench. */
public enum Theme {
    LIGHT("org.eclipse.e4.ui.css.theme.e4_default"),
    DARK("org.eclipse.e4.ui.css.theme.e4_dark");

    private final String id;

    Theme(String id) {
        this.id = id;
    }

    /** Switches the workbench to it. */
    public void use() {
        Workbench.ui(() -> PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(id, false));
    }
}
