package org.sockeye.inspect;

import java.util.List;
import java.util.Optional;
import org.sockeye.stack.topology.Topology;

/**
 * A network as the Network view draws it, laid out from left to right. One unit is the distance between two devices that
 * are linked; the view scales it.
 *
 * @param devices from left to right
 * @param links between them
 * @param columns how many columns devices stand in
 * @param rows how many rows
 */
public record NetworkPicture(List<Device> devices, List<Link> links, int columns, int rows) {

    public NetworkPicture {
        devices = List.copyOf(devices);
        links = List.copyOf(links);
    }

    /** Nothing to draw. */
    public static final NetworkPicture EMPTY = new NetworkPicture(List.of(), List.of(), 0, 0);

    /** The picture of a topology. */
    public static NetworkPicture of(Topology topology) {
        return new PictureLayout(topology).picture();
    }

    /** The device of that name; empty if there is none. */
    public Optional<Device> device(String name) {
        return devices.stream().filter(device -> device.name().equals(name)).findFirst();
    }

    /**
     * A device.
     *
     * @param name its name
     * @param kind how far up it reads
     * @param addresses its network addresses, for a person; empty for a switch
     * @param column from 0
     * @param row from 0; half rows occur
     */
    public record Device(String name, DeviceKind kind, List<String> addresses, double column, double row) {

        public Device {
            addresses = List.copyOf(addresses);
        }
    }

    /**
     * A link.
     *
     * @param name such as "client-s1"
     * @param from the device on its left
     * @param to the device on its right
     */
    public record Link(String name, String from, String to) {
    }
}
