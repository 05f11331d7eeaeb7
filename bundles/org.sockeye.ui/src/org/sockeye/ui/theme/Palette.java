package org.sockeye.ui.theme;

import java.util.Locale;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.themes.IThemeManager;
import org.sockeye.stack.wire.Layer;

/** The colours of the current theme, as defined in plugin.xml and, for dark themes, in CSS. For the UI thread. */
public final class Palette {

    private Palette() {
    }

    /** What fills the things of a layer. */
    public static Color of(Layer layer) {
        return color("layer." + layer.name().toLowerCase(Locale.ROOT));
    }

    /** Text on the colour of any layer. */
    public static Color textOnLayer() {
        return color("layer.text");
    }

    /** Links, and the outlines of devices and packets. */
    public static Color edge() {
        return color("edge");
    }

    /** Problems in words. */
    public static Color problem() {
        return color("problem");
    }

    /** What went well, in words. */
    public static Color success() {
        return color("success");
    }

    /** Text of less weight. */
    public static Color muted() {
        return color("muted");
    }

    /** What the pointer is on. */
    public static Color highlight() {
        return color("highlight");
    }

    /** Has the control redrawn, or whatever {@code refresh} does, when the theme or one of its colours changes. */
    public static void onChange(Control control, Runnable refresh) {
        IThemeManager themes = PlatformUI.getWorkbench().getThemeManager();
        // Later, as the style sheets of the new theme reach the control only after this event.
        IPropertyChangeListener listener = event -> control.getDisplay().asyncExec(() -> {
            if (!control.isDisposed()) {
                refresh.run();
            }
        });
        themes.addPropertyChangeListener(listener);
        control.addDisposeListener(event -> themes.removePropertyChangeListener(listener));
    }

    private static Color color(String name) {
        ColorRegistry colors = PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
        return colors.get("org.sockeye.ui." + name);
    }
}
