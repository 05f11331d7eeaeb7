package org.sockeye.drill.assertion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/** Runs the blocks of one script, which share their variables. */
public final class AssertionProgram {

    private final Map<String, Object> variables = new LinkedHashMap<>();

    /** Checks that a block is well formed, without running it. */
    public static void check(String code) throws AssertionSyntaxException {
        BlockParser.parse(code);
    }

    /** The names that a block looks up before it has a value for them, at most; for whoever must know what it needs. */
    public static Set<String> names(String code) throws AssertionSyntaxException {
        Set<String> names = new LinkedHashSet<>();
        for (Words.Word word : Words.of(code)) {
            if (word.kind() == Words.Kind.NAME) {
                names.add(word.text());
            }
        }
        return names;
    }

    /**
     * Runs a block.
     *
     * @throws AssertionFailedException if an assertion does not hold
     */
    public void run(String code, Names names) throws AssertionSyntaxException, AssertionFailedException {
        for (Statement statement : BlockParser.parse(code)) {
            try {
                run(statement, names);
            } catch (IllegalArgumentException e) {
                throw new AssertionFailedException(statement.line(),
                        e.getMessage() == null ? "no value" : e.getMessage());
            }
        }
    }

    private void run(Statement statement, Names names) throws AssertionFailedException {
        switch (statement) {
            case Statement.Assign assign -> {
                Object value = value(assign.value(), names);
                variables.put(assign.name(), assign.operator().isEmpty() ? value
                        : Arithmetic.apply(assign.operator(), value(new Node.Name(assign.name()), names), value));
            }
            case Statement.Evaluate evaluate -> value(evaluate.value(), names);
            case Statement.Assert check -> {
                if (!Arithmetic.isTrue(value(check.condition(), names))) {
                    StringJoiner seen = new StringJoiner(", ");
                    for (Node operand : operands(check.condition())) {
                        seen.add(Arithmetic.shown(value(operand, names)));
                    }
                    Optional<Node> message = check.message();
                    throw new AssertionFailedException(check.line(), "expected " + check.text() + ", got " + seen
                            + (message.isPresent() ? " (" + Arithmetic.shown(value(message.get(), names)) + ")" : ""));
                }
            }
        }
    }

    /** What an assertion compares: all operands that are not written as constants. */
    private static List<Node> operands(Node condition) {
        List<Node> operands = new ArrayList<>();
        switch (condition) {
            case Node.Comparison comparison -> {
                comparison.operands().stream().filter(node -> !(node instanceof Node.Constant)).forEach(operands::add);
            }
            case Node.Binary binary when binary.operator().equals("and") || binary.operator().equals("or") -> {
                operands.addAll(operands(binary.left()));
                operands.addAll(operands(binary.right()));
            }
            default -> operands.add(condition);
        }
        return operands;
    }

    private Object value(Node node, Names names) {
        return switch (node) {
            case Node.Constant constant -> constant.value();
            case Node.Name name -> named(name.name(), names);
            case Node.Items items -> items.items().stream().map(item -> value(item, names)).toList();
            case Node.Choice choice ->
                value(Arithmetic.isTrue(value(choice.condition(), names)) ? choice.yes() : choice.no(),
                        names);
            case Node.Unary unary -> unary(unary.operator(), value(unary.operand(), names));
            case Node.Binary binary when binary.operator().equals("and") -> {
                Object left = value(binary.left(), names);
                yield Arithmetic.isTrue(left) ? value(binary.right(), names) : left;
            }
            case Node.Binary binary when binary.operator().equals("or") -> {
                Object left = value(binary.left(), names);
                yield Arithmetic.isTrue(left) ? left : value(binary.right(), names);
            }
            case Node.Binary binary -> Arithmetic.apply(binary.operator(), value(binary.left(), names),
                    value(binary.right(), names));
            case Node.Comparison comparison -> holds(comparison, names);
            case Node.Call call -> Functions.call(call.function(),
                    call.arguments().stream().map(argument -> value(argument, names)).toList());
        };
    }

    private Object named(String name, Names names) {
        Object variable = variables.get(name);
        if (variable != null) {
            return variable;
        }
        return names.value(name).orElseThrow(() -> new IllegalArgumentException("nothing is named " + name));
    }

    private static Object unary(String operator, Object value) {
        return switch (operator) {
            case "not" -> !Arithmetic.isTrue(value);
            case "-" -> Arithmetic.apply("-", 0L, value);
            case "~" -> Arithmetic.apply("-", -1L, value);
            default -> Arithmetic.number(value);
        };
    }

    private boolean holds(Node.Comparison comparison, Names names) {
        Object left = value(comparison.operands().get(0), names);
        for (int i = 0; i < comparison.operators().size(); i++) {
            Object right = value(comparison.operands().get(i + 1), names);
            if (!Arithmetic.compare(comparison.operators().get(i), left, right)) {
                return false;
            }
            left = right;
        }
        return true;
    }
}
