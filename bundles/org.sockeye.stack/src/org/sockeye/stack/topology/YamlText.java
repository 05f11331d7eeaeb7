package org.sockeye.stack.topology;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Makes values of a text in YAML. */
final class YamlText {

    private static final int DEEPEST = 10;
    /** Keys that are here twice are left to {@link YamlValue}, which says so in the words of all other mistakes. */
    private static final LoadSettings SETTINGS = LoadSettings.builder().setAllowDuplicateKeys(true).build();

    private YamlText() {
    }

    /** The whole of the text; empty if there is nothing in it. */
    static Optional<YamlValue> parse(String text) {
        try {
            refuseDepth(text);
            return new Compose(SETTINGS).composeString(text).map(YamlValue::new);
        } catch (MarkedYamlEngineException e) {
            throw new YamlMistake(line(e.getProblemMark()), "this is not YAML: " + e.getProblem() + "; mend the line");
        } catch (YamlEngineException e) {
            throw new YamlMistake(1, "this is not YAML: " + e.getMessage());
        }
    }

    /** The composer descends as deep as the text does; no topology is deep. */
    private static void refuseDepth(String text) {
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEEPEST) {
                throw new YamlMistake(line(event.getStartMark()),
                        "lists within lists too deep; write links like [client, s1]");
            }
        }
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(at -> at.getLine() + 1).orElse(1);
    }
}
