package org.sockeye.stack.dissect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sockeye.stack.wire.Field;

/**
 * Reads the display filter language.
 *
 * <pre>
 *  any      = either { ("||" | "or") either }
 *  either   = all { ("^^" | "xor") all }
 *  all      = one { ("&amp;&amp;" | "and") one }
 *  one      = ("!" | "not") one | "(" any ")" | test
 *  test     = ["any" | "all"] name [ "&amp;" number ] [ comparison value | ["not"] "in" "{" value [".." value] { "," ... } "}"
 *           | "contains" value | "matches" pattern ]
 * </pre>
 *
 * <p>A field that stands several times in a frame passes a comparison if one of its values does; but {@code !=} wants all
 * of them to differ, and {@code ===} all to be equal.
 */
final class FilterParser {

    private static final List<String> COMPARISONS = List.of("==", "!=", "===", "!==", "<", "<=", ">", ">=");

    /** Far more brackets within brackets than anybody needs, and few enough for any stack. */
    private static final int DEEPEST = 200;

    private final List<FilterToken> tokens;
    private int at;
    private int depth;

    FilterParser(String text) {
        tokens = FilterLexer.split(text);
    }

    Predicate<Sight> parse() {
        if (peek().kind() == FilterToken.Kind.END) {
            return frame -> true;
        }
        Predicate<Sight> filter = any();
        FilterToken rest = peek();
        if (rest.is(")")) {
            throw error(rest, "')' has no '(' before it");
        } else if (rest.is("[")) {
            throw error(rest, "parts of fields are not understood; compare all of it, or write contains");
        } else if (rest.is("(")) {
            throw error(rest, "functions are not understood; name a field, or write && or || before the '('");
        } else if (rest.kind() != FilterToken.Kind.END) {
            throw error(rest, rest.quoted() + " is one too many; write && or || between two conditions");
        }
        return filter;
    }

    private Predicate<Sight> any() {
        Predicate<Sight> filter = either();
        while (take("||")) {
            filter = filter.or(either());
        }
        return filter;
    }

    private Predicate<Sight> either() {
        Predicate<Sight> filter = all();
        while (take("^^")) {
            Predicate<Sight> one = filter;
            Predicate<Sight> other = all();
            filter = sight -> one.test(sight) != other.test(sight);
        }
        return filter;
    }

    private Predicate<Sight> all() {
        Predicate<Sight> filter = one();
        while (take("&&")) {
            filter = filter.and(one());
        }
        return filter;
    }

    private Predicate<Sight> one() {
        FilterToken first = peek();
        if (++depth > DEEPEST) {
            throw error(first, "too many conditions within conditions; write a simpler filter");
        }
        Predicate<Sight> filter = unguarded(first);
        depth--;
        return filter;
    }

    private Predicate<Sight> unguarded(FilterToken first) {
        if (take("!")) {
            return one().negate();
        } else if (take("(")) {
            Predicate<Sight> inner = any();
            if (!take(")")) {
                throw error(peek(), "')' is missing for the '(' at column " + first.column());
            }
            return inner;
        }
        return test();
    }

    private Predicate<Sight> test() {
        FilterToken quantifier = peek();
        boolean quantified = (quantifier.isWord("any") || quantifier.isWord("all"))
                && tokens.get(at + 1).kind() == FilterToken.Kind.WORD;
        if (quantified) {
            next();
        }
        FilterToken name = next();
        if (name.kind() != FilterToken.Kind.WORD) {
            throw error(name,
                    "a field or a protocol is missing before " + name.quoted() + "; write one, like tcp.port");
        }
        FilterSubject subject = subject(name);
        boolean all = quantified && quantifier.isWord("all");
        boolean negated = peek().is("!") && tokens.get(at + 1).is("in");
        if (negated) {
            next();
        }
        FilterToken operator = peek();
        if (take("in")) {
            FilterTest test = set(subject);
            Predicate<Sight> in = subject.test(all, test);
            return negated ? in.negate() : in;
        } else if (take("contains")) {
            return subject.contains(all, value(operator));
        } else if (take("matches")) {
            return subject.test(all, new FilterTest(FilterLiteral.pattern(subject, value(operator)), null));
        } else if (operator.kind() == FilterToken.Kind.SIGN && COMPARISONS.contains(operator.text())) {
            next();
            boolean forAll = quantified ? all : FilterComparison.isForAll(operator.text());
            return comparison(subject, operator, forAll);
        } else if (operator.is("=")) {
            throw error(operator, "'=' compares nothing; write '=='");
        } else if (quantified) {
            throw error(operator, "a comparison is missing behind '" + quantifier.text() + " " + name.text()
                    + "'; write one, like == 80");
        }
        return subject.present();
    }

    private FilterSubject subject(FilterToken name) {
        FilterSubject subject = named(name).orElseThrow(() -> error(name, FieldCatalogue.unknown(name.text())));
        if (!take("&")) {
            return subject;
        }
        FilterToken mask = value(tokens.get(at - 1));
        return subject.masked(FilterLiteral.number(mask, mask.text()), mask);
    }

    private static Optional<FilterSubject> named(FilterToken name) {
        List<Field> fields = FieldCatalogue.find(name.text());
        if (!fields.isEmpty()) {
            return Optional.of(FilterSubject.of(name.text(), fields));
        }
        return FieldCatalogue.isProtocol(name.text()) ? Optional.of(FilterSubject.ofProtocol(name.text()))
                : Optional.empty();
    }

    private Predicate<Sight> comparison(FilterSubject subject, FilterToken operator, boolean all) {
        FilterToken value = value(operator);
        Optional<FilterSubject> other = value.kind() == FilterToken.Kind.WORD
                ? named(value).filter(subject::isComparableTo)
                : Optional.empty();
        if (other.isPresent()) {
            return FilterComparison.of(operator.text(), all, subject, other.get());
        }
        return subject.test(all, FilterTest.of(operator.text(), FilterLiteral.of(subject, value)));
    }

    private FilterTest set(FilterSubject subject) {
        FilterToken open = next();
        if (!open.is("{")) {
            throw error(open, "'{' is missing behind 'in'; write values like {80, 8080..8090}");
        }
        List<FilterTest> members = new ArrayList<>();
        do {
            if (peek().is("}")) {
                throw error(peek(), "a value is missing in the set; write values like {80, 8080..8090}");
            }
            FilterLiteral low = FilterLiteral.of(subject, value(open));
            if (take("..")) {
                FilterLiteral high = FilterLiteral.of(subject, value(open));
                members.add(FilterTest.of(">=", low).and(FilterTest.of("<=", high)));
            } else {
                members.add(FilterTest.of("==", low));
            }
        } while (take(",") || !peek().is("}") && peek().kind() == FilterToken.Kind.WORD);
        if (!take("}")) {
            throw error(peek(), "'}' is missing for the '{' at column " + open.column());
        }
        return FilterTest.any(members);
    }

    private FilterToken value(FilterToken before) {
        FilterToken value = next();
        if (value.kind() == FilterToken.Kind.SIGN || value.kind() == FilterToken.Kind.END) {
            throw error(value, "a value is missing behind " + before.quoted());
        }
        return value;
    }

    private FilterToken peek() {
        return tokens.get(at);
    }

    private FilterToken next() {
        return at == tokens.size() - 1 ? tokens.get(at) : tokens.get(at++);
    }

    private boolean take(String sign) {
        boolean there = peek().is(sign);
        if (there) {
            at++;
        }
        return there;
    }

    private static FilterException error(FilterToken token, String what) {
        return new FilterException(token.column(), what);
    }
}
