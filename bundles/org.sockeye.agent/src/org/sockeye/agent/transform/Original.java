package org.sockeye.agent.transform;

import java.util.List;
import java.util.Set;

/**
 * A native of the library that the agent itself calls, through {@code org.sockeye.agent.natives.Natives}.
 *
 * @param method its name there
 * @param candidates where it may be, as "class.name"; the first that exists is taken
 */
record Original(String method, List<String> candidates) {

    /** @param candidates classes of {@code sun.nio.ch}, each with its native */
    static Original at(String method, String... candidates) {
        String[] full = new String[candidates.length];
        for (int i = 0; i < full.length; i++) {
            full[i] = "sun/nio/ch/" + candidates[i];
        }
        return new Original(method, List.of(full));
    }

    /** True for classes that have natives which the agent calls: they must let it. */
    static boolean isOwner(String className) {
        for (Original original : Platform.HERE.originals()) {
            for (String candidate : original.candidates) {
                if (ownerIn(candidate).equals(className)) {
                    return true;
                }
            }
        }
        return false;
    }

    static String ownerIn(String candidate) {
        return candidate.substring(0, candidate.indexOf('.'));
    }

    static String nameIn(String candidate) {
        return candidate.substring(candidate.indexOf('.') + 1);
    }

    /**
     * The candidate that this Java version has.
     *
     * @throws Unwoven if it has none
     */
    String find() {
        for (String candidate : candidates) {
            Set<String> there = LibraryNatives.of(ownerIn(candidate));
            if (there != null && there.contains(nameIn(candidate))) {
                return candidate;
            }
        }
        throw new Unwoven("there is no native " + String.join(" or ", candidates).replace('/', '.'));
    }
}
