package org.sockeye.drill.assertion;

import java.util.List;

/** An expression. */
sealed interface Node {

    record Constant(Object value) implements Node {
    }

    record Name(String name) implements Node {
    }

    record Unary(String operator, Node operand) implements Node {
    }

    record Binary(String operator, Node left, Node right) implements Node {
    }

    /** {@code a <= b < c}. */
    record Comparison(List<Node> operands, List<String> operators) implements Node {
    }

    record Choice(Node condition, Node yes, Node no) implements Node {
    }

    record Call(String function, List<Node> arguments) implements Node {
    }

    record Items(List<Node> items) implements Node {
    }
}
