package org.sockeye.drill.assertion;

import java.util.Optional;

/** One statement of a block; its line counts from 0. */
sealed interface Statement {

    int line();

    /**
     * An assertion.
     *
     * @param text as written
     */
    record Assert(int line, String text, Node condition, Optional<Node> message) implements Statement {
    }

    /**
     * An assignment.
     *
     * @param operator {@code ""}, or the operator of {@code +=} and the like
     */
    record Assign(int line, String name, String operator, Node value) implements Statement {
    }

    /** An expression whose value nobody wants, such as what is printed. */
    record Evaluate(int line, Node value) implements Statement {
    }
}
