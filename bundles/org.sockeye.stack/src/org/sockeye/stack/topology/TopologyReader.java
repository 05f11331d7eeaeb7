package org.sockeye.stack.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a topology file; {@link Topology#read} says what stands in one. Every mistake is told with its line. */
final class TopologyReader {

    private static final List<String> SECTIONS = List.of("hosts", "switches", "routers", "access-points", "outside",
            "dns", "defaults", "links");

    private final String file;
    private final TopologyBuilder builder;
    private final Map<String, YamlValue> declared = new LinkedHashMap<>();

    /** A reader; {@code file} is its name in messages, {@code name} the topology's. */
    TopologyReader(String file, String name) {
        this.file = file;
        this.builder = new TopologyBuilder(name);
    }

    Topology read(String text) throws TopologyException {
        try {
            YamlValue root = YamlText.parse(text).orElseThrow(
                    () -> new YamlMistake(1, "the file is empty; describe " + String.join(", ", SECTIONS)));
            sections(root.entries(SECTIONS));
            if (!builder.hasDevices()) {
                throw new YamlMistake(1, "no devices; name some under hosts, switches or routers");
            }
            Map<String, String> places = new LinkedHashMap<>();
            declared.forEach((device, value) -> places.put(device, file + ":" + value.line()));
            return builder.build().withPlaces(places);
        } catch (YamlMistake mistake) {
            throw new TopologyException(file, mistake.line(), String.valueOf(mistake.getMessage()));
        } catch (TopologyMistake mistake) {
            YamlValue device = declared.get(mistake.device());
            throw new TopologyException(file, device == null ? 1 : device.line(),
                    String.valueOf(mistake.getMessage()));
        }
    }

    private void sections(Map<String, YamlValue> sections) {
        devices(sections.get("hosts"), TopologyReader::host, HostOptions.USUAL, builder::host);
        devices(sections.get("switches"), TopologyReader::plain, SwitchOptions.USUAL, builder::ethernetSwitch);
        devices(sections.get("routers"), TopologyReader::router, RouterOptions.USUAL, builder::router);
        devices(sections.get("access-points"), TopologyReader::accessPoint, AccessPointOptions.USUAL,
                builder::accessPoint);
        devices(sections.get("outside"), TopologyReader::outside, OutsideOptions.USUAL, builder::outside);
        YamlValue names = sections.get("dns");
        if (names != null && !names.isEmpty()) {
            names.entries().forEach(this::name);
        }
        YamlValue defaults = sections.get("defaults");
        LinkOptions usual = defaults == null || defaults.isEmpty() ? LinkOptions.USUAL
                : LinkKeys.apply(defaults.entries(LinkKeys.names()), LinkOptions.USUAL);
        YamlValue links = sections.get("links");
        if (links != null) {
            links.items().forEach(link -> link(link, usual));
        }
    }

    private static HostOptions host(YamlValue said) {
        return said.isMapping() ? HostKeys.KEYS.read(said, HostOptions.USUAL)
                : HostKeys.addresses(HostOptions.USUAL, said);
    }

    private static RouterOptions router(YamlValue said) {
        return said.isMapping() ? RouterKeys.KEYS.read(said, RouterOptions.USUAL)
                : RouterOptions.USUAL.withAddresses(said.texts());
    }

    private static OutsideOptions outside(YamlValue said) {
        return said.isMapping() ? OutsideKeys.KEYS.read(said, OutsideOptions.USUAL)
                : OutsideOptions.USUAL.withAddresses(said.texts());
    }

    private static SwitchOptions plain(YamlValue said) {
        return said.isEmpty() ? SwitchOptions.USUAL : SwitchKeys.KEYS.read(said, SwitchOptions.USUAL);
    }

    /** A list of names, or a mapping from names to what is said about each. */
    private <T> void devices(@Nullable YamlValue section, Function<YamlValue, T> read, T usual,
            BiConsumer<String, T> add) {
        if (section == null) {
            return;
        }
        if (section.isMapping()) {
            section.entries().forEach((name, said) -> device(name, read.apply(said), add));
        } else {
            section.items().forEach(name -> device(name, usual, add));
        }
    }

    private <T> void device(YamlValue name, T options, BiConsumer<String, T> add) {
        name.as(text -> {
            add.accept(text, options);
            return declared.put(text, name);
        });
    }

    private static AccessPointOptions accessPoint(YamlValue said) {
        return said.isEmpty() ? AccessPointOptions.USUAL : AccessPointKeys.KEYS.read(said, AccessPointOptions.USUAL);
    }

    private void name(YamlValue name, YamlValue said) {
        name.as(text -> {
            builder.name(NameKeys.read(text, said));
            return declared.put(text, name);
        });
    }

    /** What is usual of cables is not so of radio. */
    private void link(YamlValue link, LinkOptions usual) {
        List<String> known = new ArrayList<>(List.of("between"));
        known.addAll(LinkKeys.names());
        Map<String, YamlValue> entries = link.isMapping() ? link.entries(known) : Map.of("between", link);
        YamlValue between = entries.get("between");
        if (between == null || !between.isList() || between.items().size() != 2) {
            throw link.mistake("a link joins two devices; write it like [client, s1], or between: [client, s1]");
        }
        String a = between.items().get(0).text();
        String b = between.items().get(1).text();
        between.located(() -> builder.link(a, b,
                LinkKeys.apply(entries, builder.isRadio(a, b) ? LinkOptions.RADIO : usual)));
    }
}
