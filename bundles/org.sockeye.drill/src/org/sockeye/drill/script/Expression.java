package org.sockeye.drill.script;

import java.util.List;
import java.util.Optional;

/** An argument of a system call, as written. */
public sealed interface Expression {

    /** Where it begins. */
    Position position();

    /** {@code ...}: whatever fits. */
    record Anything(Position position) implements Expression {
    }

    record Number(Position position, long value) implements Expression {
    }

    record Text(Position position, String value) implements Expression {
    }

    /** A constant such as {@code SOL_SOCKET}, or several of them joined by {@code |}. */
    record Flags(Position position, List<String> names) implements Expression {

        public Flags {
            names = List.copyOf(names);
        }
    }

    /** {@code htons(80)}, {@code inet_addr("10.0.0.1")}. */
    record Call(Position position, String name, List<Expression> arguments) implements Expression {

        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code [a, b]}. */
    record Items(Position position, List<Expression> items) implements Expression {

        public Items {
            items = List.copyOf(items);
        }
    }

    /** <code>{name=value, ...}</code>; a field's name is empty if it has none. */
    record Structure(Position position, List<Field> fields) implements Expression {

        public Structure {
            fields = List.copyOf(fields);
        }

        /** The value of the field of that name. */
        public Optional<Expression> field(String name) {
            return fields.stream().filter(field -> field.name.equals(name)).map(Field::value).findFirst();
        }
    }

    /** A field of a structure. */
    record Field(String name, Expression value) {
    }
}
