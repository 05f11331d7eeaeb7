package org.sockeye.ui.network;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.sockeye.inspect.NetworkPicture;

/** Where devices and links stand in the canvas. Every stack of layers stands on its physical layer: links join those. */
final class NetworkLayout {

    /** The height of one layer of a device. */
    static final int LAYER = 19;
    /** The widest and narrowest that a device is drawn. */
    private static final int WIDEST = 112;
    private static final int NARROWEST = 46;
    /** Room for the status line above, and for name and address below a device. */
    private static final int HEAD = 26;
    private static final int FOOT = 44;
    private static final int TALLEST = 5 * LAYER;

    private final Map<String, Rectangle> devices = new LinkedHashMap<>();
    private final NetworkPicture picture;

    NetworkLayout(NetworkPicture picture, Rectangle area) {
        this.picture = picture;
        double column = area.width / (double) Math.max(1, picture.columns());
        double row = (area.height - HEAD) / (double) Math.max(1, picture.rows());
        int width = (int) Math.max(NARROWEST, Math.min(WIDEST, column * 0.74));
        for (NetworkPicture.Device device : picture.devices()) {
            int height = device.kind().layers().size() * LAYER;
            int middle = (int) (area.x + (device.column() + 0.5) * column);
            int room = (int) Math.min(row - FOOT, TALLEST + (row - FOOT - TALLEST) * 0.75);
            int ground = (int) (area.y + HEAD + device.row() * row) + Math.max(TALLEST, room);
            devices.put(device.name(), new Rectangle(middle - width / 2, ground - height, width, height));
        }
    }

    /** The stack of layers of a device. */
    Rectangle device(String name) {
        return devices.getOrDefault(name, new Rectangle(0, 0, 0, 0));
    }

    /** The device whose stack, name or programs are at this place. */
    Optional<NetworkPicture.Device> at(int x, int y) {
        return picture.devices().stream().filter(device -> {
            Rectangle box = device(device.name());
            return new Rectangle(box.x, box.y - 2 * LAYER, box.width, box.height + 2 * LAYER + FOOT).contains(x, y);
        }).findFirst();
    }

    /** Where a link leaves the device on its left: the right edge of its physical layer. */
    Point start(NetworkPicture.Link link) {
        Rectangle box = device(link.from());
        return new Point(box.x + box.width, box.y + box.height - LAYER / 2);
    }

    /** Where a link enters the device on its right. */
    Point end(NetworkPicture.Link link) {
        Rectangle box = device(link.to());
        return new Point(box.x, box.y + box.height - LAYER / 2);
    }
}
