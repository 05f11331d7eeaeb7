package org.sockeye.ui.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.sockeye.ui.UiIds;

/** The workbench under test. Tests run on a thread of their own, so every look at a widget goes through here. */
public final class Workbench {

    /** How long a test waits for something that must come, before it fails. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Workbench() {
    }

    /** Runs a task on the UI thread. */
    public static <T> T ui(Callable<T> task) {
        AtomicReference<T> result = new AtomicReference<>();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Display.getDefault().syncExec(() -> {
            try {
                result.set(task.call());
            } catch (Exception | AssertionError e) {
                failure.set(e);
            }
        });
        Throwable failed = failure.get();
        if (failed instanceof AssertionError assertion) {
            throw assertion;
        }
        if (failed != null) {
            throw new AssertionError("on the UI thread: " + failed, failed);
        }
        return result.get();
    }

    /** Runs a task on the UI thread. */
    public static void ui(Task task) {
        ui(() -> {
            task.run();
            return true;
        });
    }

    /** Waits until something holds; looks at it on the UI thread. */
    public static void await(String what, BooleanSupplier condition) {
        await(what, condition, () -> "");
    }

    /** The same; {@code instead} says what was the case if it never held. */
    public static void await(String what, BooleanSupplier condition, Supplier<String> instead) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!ui(() -> holds(condition))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain until " + what + " " + instead.get());
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new AssertionError("interrupted while waiting until " + what, e);
            }
        }
    }

    /** What cannot be looked at yet does not hold yet. */
    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (AssertionError e) {
            return false;
        }
    }

    /** Opens the Socket Lab perspective as it is at first, in a window of a usual size. */
    public static void openSocketLab() {
        ui(() -> {
            IWorkbenchWindow window = PlatformUI.getWorkbench().getWorkbenchWindows()[0];
            Shell shell = window.getShell();
            shell.setMaximized(false);
            shell.setBounds(0, 0, 1600, 1000);
            for (var reference : window.getActivePage().getViewReferences()) {
                if (reference.getId().contains("internal.introview")) {
                    window.getActivePage().hideView(reference);
                }
            }
            PlatformUI.getWorkbench().showPerspective(UiIds.PERSPECTIVE, window);
            window.getActivePage().resetPerspective();
        });
    }

    /** The page of the workbench's window. For the UI thread. */
    public static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
    }

    /** A view, brought to the front. */
    public static IViewPart view(String id) {
        return ui(() -> page().showView(id));
    }

    /** Saves what the window looks like. */
    public static void picture(String name) {
        ui(() -> Display.getCurrent().setCursorLocation(0, 0));
        ui(Workbench::settle);
        ui(() -> {
            Shell shell = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
            Rectangle bounds = shell.getBounds();
            Image image = new Image(shell.getDisplay(), bounds.width, bounds.height);
            GC gc = new GC(shell.getDisplay());
            gc.copyArea(image, bounds.x, bounds.y);
            gc.dispose();
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] { image.getImageData() };
            Path folder = pictures();
            folder.toFile().mkdirs();
            loader.save(folder.resolve(name + ".png").toString(), SWT.IMAGE_PNG);
            image.dispose();
        });
    }

    /** Where pictures are kept: {@code target/pictures} of the tests' project. */
    public static Path pictures() {
        return Path.of(System.getProperty("sockeye.pictures", "target/pictures")).toAbsolutePath();
    }

    private static void settle() {
        Display display = Display.getCurrent();
        long end = System.nanoTime() + Duration.ofMillis(700).toNanos();
        while (System.nanoTime() < end) {
            if (!display.readAndDispatch()) {
                display.timerExec(50, () -> {});
                display.sleep();
            }
        }
    }

    /** Something to be done on the UI thread. */
    @FunctionalInterface
    public interface Task {
        void run() throws Exception;
    }
}
