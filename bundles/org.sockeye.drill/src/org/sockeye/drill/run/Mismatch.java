package org.sockeye.drill.run;

import org.sockeye.drill.script.Position;

/** Something came out otherwise than the script says; the message says what was expected and what was got. */
final class Mismatch extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Position position;

    Mismatch(Position position, String message) {
        super(message);
        this.position = position;
    }

    Position position() {
        return position;
    }
}
