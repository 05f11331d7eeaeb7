package org.sockeye.ui.network;

import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.sockeye.inspect.DeviceKind;
import org.sockeye.inspect.NetworkPicture;
import org.sockeye.inspect.PacketDetail;
import org.sockeye.inspect.PacketRow;
import org.sockeye.ui.theme.Palette;
import org.sockeye.ui.trace.TraceFeed;

/** Draws the network. */
final class NetworkCanvas {

    private static final int MARGIN = 8;

    private final Canvas canvas;
    private final TraceFeed feed;
    private NetworkModel model = NetworkModel.EMPTY;
    private @Nullable String target;

    NetworkCanvas(Composite parent, TraceFeed feed) {
        this.feed = feed;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = NLS.bind(Messages.canvasName, model.picture().devices().stream()
                        .map(NetworkPicture.Device::name).collect(Collectors.joining(", ")));
            }
        });
        Palette.onChange(canvas, canvas::redraw);
    }

    Canvas control() {
        return canvas;
    }

    NetworkModel model() {
        return model;
    }

    void show(NetworkModel shown) {
        model = shown;
        canvas.redraw();
    }

    /** The host at this place. */
    Optional<String> host(int x, int y) {
        return layout().at(x, y).filter(device -> device.kind() == DeviceKind.HOST).map(NetworkPicture.Device::name);
    }

    /** Marks the host that something is about to be dropped on; null for none. */
    void mark(@Nullable String host) {
        if (host == null ? target != null : !host.equals(target)) {
            target = host;
            canvas.redraw();
        }
    }

    private NetworkLayout layout() {
        Rectangle area = canvas.getClientArea();
        return new NetworkLayout(model.picture(), new Rectangle(MARGIN, MARGIN, area.width - 2 * MARGIN, area.height));
    }

    private void paint(GC gc) {
        gc.setAntialias(SWT.ON);
        NetworkLayout layout = layout();
        Rectangle area = canvas.getClientArea();
        gc.setForeground(Palette.muted());
        gc.drawText(model.status(), MARGIN, 4, true);
        links(gc, layout, area.width / Math.max(1, model.picture().columns()) + 30);
        DevicePainter painter = new DevicePainter(gc, canvas.getForeground(), area.width);
        for (NetworkPicture.Device device : model.picture().devices()) {
            painter.paint(device, layout.device(device.name()), device.name().equals(target), model.on(device.name()));
        }
    }

    private void links(GC gc, NetworkLayout layout, int room) {
        LinkPainter painter = new LinkPainter(gc, room);
        Optional<PacketRow> selected = feed.detail().map(PacketDetail::row);
        for (NetworkPicture.Link link : model.picture().links()) {
            painter.wire(layout.start(link), layout.end(link));
            selected.ifPresent(row -> painter.frame(link, layout.start(link), layout.end(link), row));
            feed.drops().between(link.from(), link.to())
                    .ifPresent(loss -> painter.loss(layout.start(link), layout.end(link), loss));
        }
    }
}
