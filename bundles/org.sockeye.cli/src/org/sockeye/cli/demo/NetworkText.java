package org.sockeye.cli.demo;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.sockeye.inspect.NetworkPicture;
import org.sockeye.inspect.NetworkPicture.Device;

/** A network whose devices stand in one row, in three lines of text. */
final class NetworkText {

    private NetworkText() {
    }

    /** Names with the links between them, addresses, and how far up each device reads. */
    static List<String> draw(NetworkPicture picture) {
        List<Device> devices = picture.devices().stream().sorted(Comparator.comparingDouble(Device::column)).toList();
        int width = 3 + devices.stream()
                .mapToInt(device -> Math.max(device.name().length() + 2, addresses(device).length())).max().orElse(0);
        String names = devices.stream().map(device -> "[" + device.name() + "]")
                .map(name -> name + "─".repeat(width - name.length())).collect(Collectors.joining());
        return List.of(names.replaceFirst("─+$", ""),
                row(devices.stream().map(NetworkText::addresses).toList(), width),
                row(devices.stream().map(device -> device.kind().range()).toList(), width));
    }

    private static String addresses(Device device) {
        return String.join(", ", device.addresses());
    }

    private static String row(List<String> cells, int width) {
        return cells.stream().map(cell -> String.format("%-" + width + "s", cell)).collect(Collectors.joining())
                .stripTrailing();
    }
}
