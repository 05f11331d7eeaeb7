package org.sockeye.cli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sockeye.inspect.DeviceKind;
import org.sockeye.stack.topology.DeviceSpec;
import org.sockeye.stack.topology.HostSpec;
import org.sockeye.stack.topology.InterfaceSpec;
import org.sockeye.stack.topology.LinkSpec;
import org.sockeye.stack.topology.RouterSpec;
import org.sockeye.stack.topology.SwitchSpec;
import org.sockeye.stack.topology.Topology;

/** A network in which every device stands between the one before and the one after it, in three lines of text. */
final class NetworkText {

    private NetworkText() {
    }

    /** Names with the links between them, addresses, and how far up each device reads. */
    static List<String> draw(Topology topology) {
        List<DeviceSpec> devices = alongTheLinks(topology);
        int width = 3
                + devices.stream().mapToInt(device -> Math.max(device.name().length(), addresses(device).length()))
                        .max().orElse(0);
        String names = devices.stream().map(device -> "[" + device.name() + "]")
                .map(name -> name + "─".repeat(Math.max(1, width - name.length()))).collect(Collectors.joining());
        return List.of(names.replaceFirst("─+$", ""), row(devices.stream().map(NetworkText::addresses).toList(), width),
                row(devices.stream().map(device -> kind(device).range()).toList(), width));
    }

    /** The devices, each behind the one through which it is reached from the first. */
    private static List<DeviceSpec> alongTheLinks(Topology topology) {
        List<DeviceSpec> way = new ArrayList<>(topology.devices().subList(0, 1));
        for (int i = 0; i < way.size(); i++) {
            String from = way.get(i).name();
            for (LinkSpec link : topology.links()) {
                String to = link.a().device().equals(from) ? link.b().device() : link.a().device();
                boolean here = link.a().device().equals(from) || link.b().device().equals(from);
                topology.devices().stream().filter(device -> here && device.name().equals(to) && !way.contains(device))
                        .forEach(way::add);
            }
        }
        return way;
    }

    private static DeviceKind kind(DeviceSpec device) {
        return switch (device) {
            case HostSpec host -> DeviceKind.HOST;
            case RouterSpec router -> DeviceKind.ROUTER;
            case SwitchSpec bridge -> DeviceKind.SWITCH;
        };
    }

    private static String addresses(DeviceSpec device) {
        List<InterfaceSpec> interfaces = switch (device) {
            case HostSpec host -> host.interfaces();
            case RouterSpec router -> router.interfaces();
            case SwitchSpec bridge -> List.of();
        };
        return interfaces.stream().map(each -> each.address().toString()).collect(Collectors.joining(", "));
    }

    private static String row(List<String> cells, int width) {
        return cells.stream().map(cell -> String.format("%-" + width + "s", cell)).collect(Collectors.joining())
                .stripTrailing();
    }
}
