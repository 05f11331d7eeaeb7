package org.sockeye.drill.script;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A script, read.
 *
 * @param options what stands at its head as {@code --name=value}, in order; a value may be empty
 * @param setup the command before the first event, if there is one
 * @param events in order
 * @param cleanup the command behind the last event that bears no time
 */
public record Script(Map<String, String> options, Optional<Event.Command> setup, List<Event> events,
        Optional<Event.Command> cleanup) {

    public Script {
        events = List.copyOf(events);
    }
}
