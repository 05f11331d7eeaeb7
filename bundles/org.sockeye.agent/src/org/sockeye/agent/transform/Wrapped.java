package org.sockeye.agent.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Natives of one class that are wrapped, and which class of {@code org.sockeye.agent.hooks} answers for them. Names are
 * those of Java 17 to 25.
 *
 * @param owner the class, with slashes
 * @param hooks the class with methods of the same names and signatures
 * @param isCertain whether every Java version has the class: one that lacks it is refused
 * @param required natives that the class must have: it is refused otherwise
 * @param optional natives that it may have
 */
record Wrapped(String owner, String hooks, boolean isCertain, List<String> required, List<String> optional) {

    private static final String HOOKS = "org/sockeye/agent/hooks/";

    /** Natives that every Java version has in that class. */
    static Wrapped always(String owner, String hooks, String... natives) {
        return new Wrapped(owner, HOOKS + hooks, true, List.of(natives), List.of());
    }

    /** Natives that the class has where there is such a class. */
    static Wrapped ifThere(String owner, String hooks, String... natives) {
        return new Wrapped(owner, HOOKS + hooks, false, List.of(natives), List.of());
    }

    /** The same, and natives that the class has in some versions only. */
    Wrapped maybe(String... natives) {
        return new Wrapped(owner, hooks, isCertain, required, List.of(natives));
    }

    /** The entry of a class in the table of the system that this is, or null. */
    static Wrapped of(String owner) {
        for (Wrapped wrapped : Platform.HERE.wrapped()) {
            if (wrapped.owner.equals(owner)) {
                return wrapped;
            }
        }
        return null;
    }

    /** @throws Unwoven if the class lacks one of the natives that it must have */
    void checkAgainst(Set<String> natives) {
        List<String> missing = new ArrayList<>(required);
        missing.removeAll(natives);
        if (!missing.isEmpty()) {
            throw new Unwoven(owner.replace('/', '.') + " has no native " + String.join(", ", missing));
        }
    }

    boolean has(String nativeMethod) {
        return required.contains(nativeMethod) || optional.contains(nativeMethod);
    }
}
