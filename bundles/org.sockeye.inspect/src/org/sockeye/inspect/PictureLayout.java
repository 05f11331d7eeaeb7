package org.sockeye.inspect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sockeye.stack.topology.AccessPointSpec;
import org.sockeye.stack.topology.DeviceSpec;
import org.sockeye.stack.topology.HostSpec;
import org.sockeye.stack.topology.InterfaceSpec;
import org.sockeye.stack.topology.LinkSpec;
import org.sockeye.stack.topology.OutsideSpec;
import org.sockeye.stack.topology.RouterSpec;
import org.sockeye.stack.topology.SwitchSpec;
import org.sockeye.stack.topology.Topology;

/**
 * Lays a topology out: the first host on the left, every other device in the column of its distance from it, and the
 * devices of a column below each other, near those they are linked to.
 */
final class PictureLayout {

    private final Topology topology;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Map<String, Double> rows = new LinkedHashMap<>();

    PictureLayout(Topology topology) {
        this.topology = topology;
    }

    NetworkPicture picture() {
        if (topology.devices().isEmpty()) {
            return NetworkPicture.EMPTY;
        }
        for (Optional<DeviceSpec> start = unplaced(); start.isPresent(); start = unplaced()) {
            placeAllFrom(start.get().name());
        }
        List<List<String>> stacks = stacks();
        int tallest = stacks.stream().mapToInt(List::size).max().orElse(0);
        stacks.forEach(stack -> stack(stack, tallest));
        List<NetworkPicture.Device> devices = topology.devices().stream().map(this::device)
                .sorted(Comparator.comparingDouble(NetworkPicture.Device::column)
                        .thenComparingDouble(NetworkPicture.Device::row))
                .toList();
        return new NetworkPicture(devices, topology.links().stream().map(this::link).toList(), stacks.size(), tallest);
    }

    /** The first host that has no column yet, or the first device if there is no such host. */
    private Optional<DeviceSpec> unplaced() {
        List<DeviceSpec> left = topology.devices().stream().filter(device -> !columns.containsKey(device.name()))
                .toList();
        return left.stream().filter(HostSpec.class::isInstance).findFirst().or(() -> left.stream().findFirst());
    }

    /** Gives a column to all devices that can be reached, to the right of what stands there already. */
    private void placeAllFrom(String start) {
        int first = columns.values().stream().mapToInt(column -> column + 1).max().orElse(0);
        Deque<String> next = new ArrayDeque<>(List.of(start));
        columns.put(start, first);
        while (!next.isEmpty()) {
            String device = next.remove();
            for (String neighbour : neighbours(device)) {
                if (columns.putIfAbsent(neighbour, column(device) + 1) == null) {
                    next.add(neighbour);
                }
            }
        }
    }

    private List<String> neighbours(String device) {
        List<String> neighbours = new ArrayList<>();
        for (LinkSpec link : topology.links()) {
            if (link.a().device().equals(device)) {
                neighbours.add(link.b().device());
            } else if (link.b().device().equals(device)) {
                neighbours.add(link.a().device());
            }
        }
        return neighbours;
    }

    private int column(String device) {
        return columns.getOrDefault(device, 0);
    }

    private List<List<String>> stacks() {
        int count = columns.values().stream().mapToInt(column -> column + 1).max().orElse(0);
        List<List<String>> stacks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int column = i;
            stacks.add(columns.keySet().stream().filter(device -> column(device) == column).toList());
        }
        return stacks;
    }

    /** Puts a column's devices below each other, in the order of the rows of those on their left, centred. */
    private void stack(List<String> devices, int tallest) {
        List<String> ordered = devices.stream().sorted(Comparator.comparingDouble(this::pull)).toList();
        double top = (tallest - ordered.size()) / 2.0;
        for (String device : ordered) {
            rows.put(device, top++);
        }
    }

    private double pull(String device) {
        return neighbours(device).stream().map(rows::get).filter(row -> row != null).mapToDouble(Double::doubleValue)
                .average().orElse(0);
    }

    private NetworkPicture.Device device(DeviceSpec device) {
        DeviceKind kind = switch (device) {
            case HostSpec host -> DeviceKind.HOST;
            case RouterSpec router -> DeviceKind.ROUTER;
            case SwitchSpec aSwitch -> DeviceKind.SWITCH;
            case OutsideSpec outside -> DeviceKind.HOST;
            case AccessPointSpec radio -> DeviceKind.SWITCH;
        };
        List<InterfaceSpec> interfaces = switch (device) {
            case HostSpec host -> host.interfaces();
            case RouterSpec router -> router.interfaces();
            case SwitchSpec aSwitch -> List.of();
            case OutsideSpec outside -> List.of(outside.port());
            case AccessPointSpec radio -> List.of();
        };
        return new NetworkPicture.Device(device.name(), kind,
                interfaces.stream().map(port -> port.address().toString()).toList(), column(device.name()),
                rows.getOrDefault(device.name(), 0.0));
    }

    private NetworkPicture.Link link(LinkSpec link) {
        String a = link.a().device();
        String b = link.b().device();
        boolean inOrder = column(a) <= column(b);
        return new NetworkPicture.Link(link.name(), inOrder ? a : b, inOrder ? b : a);
    }
}
