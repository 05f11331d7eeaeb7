package org.sockeye.cli.options;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.sockeye.cli.outcome.UsageError;
import org.sockeye.stack.physical.LinkConditions;
import org.sockeye.stack.topology.LinkSpec;
import org.sockeye.stack.topology.Topology;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How links treat frames, as options: a value for every link, or {@code LINK=value} for one. */
public final class LinkOptions {

    @Option(names = "--loss", paramLabel = "[LINK=]P", description = "the chance, 0 to 1, that a frame is lost")
    private List<String> loss = new ArrayList<>();

    @Option(names = "--delay", paramLabel = "[LINK=]D", description = "propagation delay, like 20ms")
    private List<String> delay = new ArrayList<>();

    @Option(names = "--rate", paramLabel = "[LINK=]R", description = "bits a second, like 10mbit")
    private List<String> rate = new ArrayList<>();

    @Option(names = "--corrupt", paramLabel = "[LINK=]P", description = "the chance that a bit of a frame is flipped")
    private List<String> corrupt = new ArrayList<>();

    @Option(names = "--duplicate", paramLabel = "[LINK=]P", description = "the chance that a frame arrives twice")
    private List<String> duplicate = new ArrayList<>();

    @Option(names = "--reorder", paramLabel = "[LINK=]P",
            description = "the chance that a frame is overtaken by later ones")
    private List<String> reorder = new ArrayList<>();

    /**
     * The topology with what the options say.
     *
     * @throws UsageError if an option names a link that the topology does not have, or its value cannot be read
     */
    public Topology apply(Topology topology) {
        Topology changed = topology;
        changed = each(changed, "--delay", delay, new Durations(), LinkConditions::withDelay);
        changed = each(changed, "--rate", rate, new Rates(), LinkConditions::withRate);
        changed = each(changed, "--loss", loss, LinkOptions::chance, LinkConditions::withLoss);
        changed = each(changed, "--corrupt", corrupt, LinkOptions::chance, LinkConditions::withCorrupt);
        changed = each(changed, "--duplicate", duplicate, LinkOptions::chance, LinkConditions::withDuplicate);
        return each(changed, "--reorder", reorder, LinkOptions::chance, LinkConditions::withReorder);
    }

    private static <T> Topology each(Topology topology, String option, List<String> texts, ITypeConverter<T> converter,
            BiFunction<LinkConditions, T, LinkConditions> change) {
        Topology changed = topology;
        for (String text : texts) {
            int equals = text.indexOf('=');
            String link = equals < 0 ? "" : text.substring(0, equals);
            T value = read(option, text.substring(equals + 1), converter);
            if (equals >= 0 && changed.links().stream().noneMatch(spec -> spec.name().equals(link))) {
                throw new UsageError(option + ": there is no link '" + link + "'; the topology has "
                        + changed.links().stream().map(LinkSpec::name).collect(Collectors.joining(", ")));
            }
            changed = changed.withLinks(spec -> equals < 0 || spec.name().equals(link)
                    ? spec.withConditions(change.apply(spec.conditions(), value))
                    : spec);
        }
        return changed;
    }

    private static <T> T read(String option, String text, ITypeConverter<T> converter) {
        try {
            return converter.convert(text);
        } catch (Exception e) {
            throw new UsageError(option + ": " + e.getMessage());
        }
    }

    private static Double chance(String text) {
        try {
            double chance = Double.parseDouble(text);
            if (chance >= 0 && chance <= 1) {
                return chance;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new TypeConversionException("'" + text + "' is not a chance; write a number from 0 to 1, like 0.05");
    }
}
