package org.sockeye.ui.theme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.sockeye.stack.wire.Layer;
import org.sockeye.ui.testing.Theme;
import org.sockeye.ui.testing.Workbench;

@Order(Integer.MAX_VALUE)
class PaletteTest {

    private static final double READABLE = 4.5;

    @AfterEach
    void themeIsLightAgain() {
        Theme.LIGHT.use();
    }

    @Test
    void textOnEveryLayerIsReadableInBothThemes() {
        for (Theme theme : Theme.values()) {
            theme.use();
            RGB text = Workbench.ui(() -> Palette.textOnLayer().getRGB());
            for (Layer layer : Layer.values()) {
                RGB fill = Workbench.ui(() -> Palette.of(layer).getRGB());
                assertReadable(theme + " " + layer, text, fill);
            }
        }
    }

    @Test
    void wordsOnTheViewsBackgroundAreReadableInBothThemes() {
        for (Theme theme : Theme.values()) {
            theme.use();
            RGB ground = Workbench.ui(PaletteTest::background);
            Map<String, RGB> words = Workbench.ui(PaletteTest::words);
            words.forEach((name, color) -> assertReadable(theme + " " + name, color, ground));
        }
    }

    private static Map<String, RGB> words() {
        Map<String, RGB> words = new LinkedHashMap<>();
        words.put("problem", Palette.problem().getRGB());
        words.put("success", Palette.success().getRGB());
        words.put("muted", Palette.muted().getRGB());
        return words;
    }

    private static RGB background() {
        Shell shell = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
        return shell.getBackground().getRGB();
    }

    private static void assertReadable(String what, RGB one, RGB other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        double contrast = (lighter + 0.05) / (darker + 0.05);
        assertTrue(contrast >= READABLE, () -> what + ": contrast " + contrast + " of " + one + " and " + other);
    }

    /** As WCAG 2 defines it. */
    private static double luminance(RGB color) {
        return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
    }

    private static double linear(int part) {
        double value = part / 255.0;
        return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
