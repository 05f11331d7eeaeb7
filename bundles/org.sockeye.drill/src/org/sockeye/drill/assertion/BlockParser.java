package org.sockeye.drill.assertion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sockeye.drill.assertion.Words.Kind;
import org.sockeye.drill.assertion.Words.Word;

/** Makes statements of a block. */
final class BlockParser {

    private static final Set<String> NOT_SPOKEN = Set.of("if", "for", "while", "def", "import", "from", "class", "try",
            "with", "return", "lambda", "global", "del", "raise", "exec", "exit", "pass", "yield");
    private static final List<Set<String>> LEVELS = List.of(Set.of("|"), Set.of("^"), Set.of("&"), Set.of("<<", ">>"),
            Set.of("+", "-"), Set.of("*", "/", "//", "%"));
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=", "in");
    private static final int DEEPEST = 60;

    private final List<Word> words;
    private int at;
    private int depth;

    private BlockParser(List<Word> words) {
        this.words = words;
    }

    static List<Statement> parse(String code) throws AssertionSyntaxException {
        BlockParser parser = new BlockParser(Words.of(code));
        List<Statement> statements = new ArrayList<>();
        while (parser.peek().kind() != Kind.END) {
            if (!parser.accept(";")) {
                statements.add(parser.statement());
                parser.expect(";", "a new line or ; behind the statement");
            }
        }
        return statements;
    }

    private Statement statement() throws AssertionSyntaxException {
        Word first = peek();
        if (first.kind() == Kind.NAME && NOT_SPOKEN.contains(first.text())) {
            throw AssertionSyntaxException.unsupported(first.line(), "the statement '" + first.text() + "' in a block");
        }
        if (accept("assert")) {
            int from = at;
            Node condition = expression();
            String text = text(from);
            return new Statement.Assert(first.line(), text, condition,
                    accept(",") ? Optional.of(expression()) : Optional.empty());
        } else if (first.is("print") && !words.get(at + 1).is("(")) {
            at++;
            return new Statement.Evaluate(first.line(),
                    peek().is(";") ? new Node.Constant("") : items(expression(), ";"));
        }
        if (first.kind() == Kind.NAME && words.get(at + 1).text().matches("(\\*\\*|//|[-+*/%])?=")
                && words.get(at + 1).kind() == Kind.OPERATOR) {
            String operator = words.get(at + 1).text();
            at += 2;
            return new Statement.Assign(first.line(), first.text(), operator.substring(0, operator.length() - 1),
                    items(expression(), ";"));
        }
        return new Statement.Evaluate(first.line(), items(expression(), ";"));
    }

    private String text(int from) {
        StringBuilder text = new StringBuilder();
        for (Word word : words.subList(from, at)) {
            text.append(
                    text.isEmpty() || word.is(")") || word.is(",") || text.charAt(text.length() - 1) == '(' ? "" : " ")
                    .append(word.text());
        }
        return text.toString();
    }

    /** {@code first}, or the list that it begins if a comma follows. */
    private Node items(Node first, String close) throws AssertionSyntaxException {
        if (!peek().is(",")) {
            return first;
        }
        List<Node> items = new ArrayList<>(List.of(first));
        while (accept(",")) {
            if (!peek().is(close)) {
                items.add(expression());
            }
        }
        return new Node.Items(items);
    }

    private Node expression() throws AssertionSyntaxException {
        if (++depth > DEEPEST) {
            throw new AssertionSyntaxException(peek().line(), "this is nested more than " + DEEPEST + " deep");
        }
        try {
            Node value = either();
            if (accept("if")) {
                Node condition = either();
                expect("else", "else behind the condition");
                return new Node.Choice(condition, value, expression());
            }
            return value;
        } finally {
            depth--;
        }
    }

    private Node either() throws AssertionSyntaxException {
        Node left = both();
        while (accept("or")) {
            left = new Node.Binary("or", left, both());
        }
        return left;
    }

    private Node both() throws AssertionSyntaxException {
        Node left = negation();
        while (accept("and")) {
            left = new Node.Binary("and", left, negation());
        }
        return left;
    }

    private Node negation() throws AssertionSyntaxException {
        return accept("not") ? new Node.Unary("not", negation()) : comparison();
    }

    private Node comparison() throws AssertionSyntaxException {
        List<Node> operands = new ArrayList<>(List.of(level(0)));
        List<String> operators = new ArrayList<>();
        while (true) {
            if (peek().is("not") && words.get(at + 1).is("in")) {
                at += 2;
                operators.add("not in");
            } else if (COMPARISONS.contains(peek().text()) && peek().kind() != Kind.TEXT) {
                operators.add(next().text());
            } else {
                return operators.isEmpty() ? operands.get(0) : new Node.Comparison(operands, operators);
            }
            operands.add(level(0));
        }
    }

    private Node level(int level) throws AssertionSyntaxException {
        if (level == LEVELS.size()) {
            return sign();
        }
        Node left = level(level + 1);
        while (peek().kind() == Kind.OPERATOR && LEVELS.get(level).contains(peek().text())) {
            left = new Node.Binary(next().text(), left, level(level + 1));
        }
        return left;
    }

    private Node sign() throws AssertionSyntaxException {
        if (peek().is("-") || peek().is("+") || peek().is("~")) {
            return new Node.Unary(next().text(), sign());
        }
        Node base = primary();
        return accept("**") ? new Node.Binary("**", base, sign()) : base;
    }

    private Node primary() throws AssertionSyntaxException {
        Word word = next();
        return switch (word.kind()) {
            case INTEGER -> new Node.Constant(integer(word));
            case DECIMAL -> new Node.Constant(Double.parseDouble(word.text()));
            case TEXT -> text(word);
            case NAME -> named(word);
            case OPERATOR, END -> {
                if (word.is("(") || word.is("[")) {
                    String close = word.is("(") ? ")" : "]";
                    if (accept(close)) {
                        yield new Node.Items(List.of());
                    }
                    Node first = expression();
                    Node inside = word.is("[") && !peek().is(",") ? new Node.Items(List.of(first))
                            : items(first, close);
                    expect(close, close);
                    yield inside;
                }
                at--;
                throw new AssertionSyntaxException(word.line(), "a value is missing "
                        + (word.kind() == Kind.END || word.is(";") ? "at the end" : "before '" + word.text() + "'"));
            }
        };
    }

    private static Long integer(Word word) throws AssertionSyntaxException {
        try {
            return word.text().startsWith("0x") || word.text().startsWith("0X") ? Long.decode(word.text())
                    : Long.valueOf(word.text());
        } catch (NumberFormatException e) {
            throw new AssertionSyntaxException(word.line(), word.text() + " is too large a number");
        }
    }

    private Node text(Word word) {
        StringBuilder text = new StringBuilder(unquoted(word.text()));
        while (peek().kind() == Kind.TEXT) {
            text.append(unquoted(next().text()));
        }
        return new Node.Constant(text.toString());
    }

    private static String unquoted(String text) {
        return text.substring(1, text.length() - 1).replace("\\n", "\n").replace("\\t", "\t").replaceAll("\\\\(.)",
                "$1");
    }

    private Node named(Word word) throws AssertionSyntaxException {
        if (NOT_SPOKEN.contains(word.text())) {
            throw AssertionSyntaxException.unsupported(word.line(), "'" + word.text() + "' in a block");
        }
        if (peek().is(".")) {
            throw AssertionSyntaxException.unsupported(word.line(),
                    "the attribute of '" + word.text() + "' in a block");
        }
        if (accept("(")) {
            List<Node> arguments = new ArrayList<>();
            while (!accept(")")) {
                arguments.add(expression());
                if (!peek().is(")")) {
                    expect(",", "a comma between arguments");
                }
            }
            return new Node.Call(word.text(), arguments);
        }
        return switch (word.text()) {
            case "True" -> new Node.Constant(true);
            case "False" -> new Node.Constant(false);
            default -> new Node.Name(word.text());
        };
    }

    private Word peek() {
        return words.get(at);
    }

    private Word next() {
        return words.get(at++);
    }

    private boolean accept(String operator) {
        if (peek().is(operator)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String operator, String what) throws AssertionSyntaxException {
        if (!accept(operator)) {
            throw new AssertionSyntaxException(peek().line(),
                    "expected " + what + " but found '" + peek().text() + "'");
        }
    }
}
