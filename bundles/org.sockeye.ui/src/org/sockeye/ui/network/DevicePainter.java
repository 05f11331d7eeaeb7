package org.sockeye.ui.network;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.sockeye.inspect.NetworkPicture;
import org.sockeye.launching.session.ProgramState;
import org.sockeye.stack.wire.Layer;
import org.sockeye.ui.theme.Palette;

/** Draws a device: what runs on it, the layers that it has, its name and addresses. */
final class DevicePainter {

    /** What a virtual machine says that was ended from outside (128 + SIGKILL or SIGTERM). */
    private static final Set<Integer> KILLED = Set.of(137, 143);

    private final GC gc;
    private final Color text;
    private final int right;

    /**
     * @param text the colour of names
     * @param right where the canvas ends
     */
    DevicePainter(GC gc, Color text, int right) {
        this.gc = gc;
        this.text = text;
        this.right = right;
    }

    void paint(NetworkPicture.Device device, Rectangle box, boolean target, List<ProgramState> programs) {
        boolean names = Stream.of(Layer.values()).allMatch(layer -> gc.textExtent(label(layer)).x + 10 <= box.width);
        int y = box.y;
        for (Layer layer : device.kind().layers()) {
            gc.setBackground(Palette.of(layer));
            gc.fillRectangle(box.x, y, box.width, NetworkLayout.LAYER);
            gc.setForeground(Palette.textOnLayer());
            String label = names ? label(layer) : String.valueOf(layer.letter());
            gc.drawText(label, box.x + (names ? 8 : (box.width - gc.textExtent(label).x) / 2), y + 2, true);
            gc.setForeground(Palette.edge());
            gc.drawRectangle(box.x, y, box.width, NetworkLayout.LAYER);
            y += NetworkLayout.LAYER;
        }
        if (target) {
            gc.setForeground(Palette.highlight());
            gc.setLineWidth(3);
            gc.drawRectangle(box.x - 2, box.y - 2, box.width + 4, box.height + 4);
            gc.setLineWidth(1);
        }
        gc.setForeground(text);
        int below = box.y + box.height + 4;
        below += centred(device.name(), box, below);
        gc.setForeground(Palette.muted());
        for (String address : device.addresses()) {
            below += centred(address, box, below);
        }
        programs(programs, box);
    }

    private static String label(Layer layer) {
        return layer.letter() + "  " + layer.name().toLowerCase(Locale.ROOT);
    }

    private void programs(List<ProgramState> programs, Rectangle box) {
        int y = box.y - 6;
        for (ProgramState program : programs.reversed()) {
            for (String socket : program.isAlive() ? program.sockets().reversed() : List.<String>of()) {
                y -= gc.textExtent(socket).y;
                gc.setForeground(Palette.muted());
                beside(socket, box, y);
            }
            String name = name(program);
            y -= gc.textExtent(name).y;
            gc.setForeground(program.isAlive() ? text : Palette.muted());
            int x = beside((program.isAlive() ? "\u25b6 " : "\u25a0 ") + name, box, y);
            if (program.isAlive()) {
                gc.setForeground(Palette.success());
                gc.drawText("\u25b6", x, y, true);
            }
            y -= 2;
        }
    }

    private static String name(ProgramState program) {
        if (program.isAlive()) {
            return program.name();
        }
        int status = program.exitStatus().orElse(0);
        if (KILLED.contains(status)) {
            return NLS.bind(Messages.endedByStop, program.name());
        }
        return status == 0 ? NLS.bind(Messages.ended, program.name())
                : NLS.bind(Messages.endedBadly, program.name(), status);
    }

    /** Centred over the device, but within the canvas. */
    private int beside(String line, Rectangle box, int y) {
        int width = gc.textExtent(line).x;
        int x = Math.max(4, Math.min(box.x + (box.width - width) / 2, right - width - 4));
        gc.drawText(line, x, y, true);
        return x;
    }

    private int centred(String line, Rectangle box, int y) {
        Point size = gc.textExtent(line);
        gc.drawText(line, box.x + (box.width - size.x) / 2, y, SWT.DRAW_TRANSPARENT);
        return size.y;
    }
}
