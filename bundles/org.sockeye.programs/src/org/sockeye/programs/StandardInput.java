package org.sockeye.programs;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A program's standard input: lines, given one at a time as the program asks for them. */
final class StandardInput {

    static final byte[] END = {};

    private final Deque<byte[]> lines = new ArrayDeque<>();
    private boolean complete;
    private @Nullable Consumer<byte[]> reader;

    StandardInput(ProgramSpec.Input input) {
        switch (input) {
            case ProgramSpec.Input.None none -> complete = true;
            case ProgramSpec.Input.Scripted scripted -> {
                add(scripted.bytes());
                complete = true;
            }
            case ProgramSpec.Input.Typed typed -> complete = false;
        }
    }

    /** Adds what was typed. What follows the last line's end is a line too. */
    void add(byte[] bytes) {
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n' || i == bytes.length - 1) {
                lines.add(Arrays.copyOfRange(bytes, start, i + 1));
                start = i + 1;
            }
        }
    }

    void end() {
        complete = true;
    }

    /** The program waits for a line; {@code line} gets it, or no bytes at the end of input. */
    void read(Consumer<byte[]> line) {
        reader = line;
    }

    /** True if the program waits for a line, and there is one, or the end. */
    boolean canGive() {
        return reader != null && isReady();
    }

    /** True if the program waits for somebody to type. */
    boolean isAwaited() {
        return reader != null && !isReady();
    }

    void give() {
        Consumer<byte[]> waiting = reader;
        if (waiting != null) {
            reader = null;
            waiting.accept(take());
        }
    }

    /** The next line, or {@link #END}. */
    byte[] take() {
        byte[] line = lines.poll();
        return line == null ? END : line;
    }

    /** True if there is a line, or the end. */
    boolean isReady() {
        return complete || !lines.isEmpty();
    }

    /** True if there is nothing but the end. */
    boolean isOver() {
        return complete && lines.isEmpty();
    }
}
