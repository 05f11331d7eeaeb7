package org.sockeye.agent.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sockeye.agent.natives.OperatingSystem;

/**
 * What is wrapped and called in the Java library of one operating system; docs/platforms.md says what becomes of each, and
 * which sources were read.
 */
record Platform(List<Wrapped> wrapped, List<Original> originals) {

    static final Platform HERE = of(OperatingSystem.HERE);

    /** The tables of a system; empty if nothing is known of its library. */
    static Platform of(OperatingSystem system) {
        switch (system) {
            case LINUX:
                return UnixLibrary.linux();
            case MACOS:
                return UnixLibrary.macos();
            case WINDOWS:
                return WindowsLibrary.windows();
            default:
                return new Platform(List.of(), List.of());
        }
    }

    /** What all systems have, and what else this one has. */
    static Platform with(List<Wrapped> wrapped, List<Original> originals) {
        return new Platform(join(SharedLibrary.WRAPPED, wrapped), join(SharedLibrary.ORIGINALS, originals));
    }

    static <T> List<T> join(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    /**
     * Makes sure that everything is there before the first class is rewritten.
     *
     * @throws Unwoven which class or native is missing
     */
    void check() {
        if (wrapped.isEmpty()) {
            throw new Unwoven("the Java library of " + System.getProperty("os.name") + " is not known");
        }
        for (Wrapped each : wrapped) {
            Set<String> there = LibraryNatives.of(each.owner());
            if (there == null) {
                if (each.isCertain()) {
                    throw new Unwoven("there is no " + each.owner().replace('/', '.'));
                }
            } else {
                each.checkAgainst(there);
            }
        }
        for (Original original : originals) {
            original.find();
        }
    }
}
