package org.sockeye.agent.hooks;

import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sockeye.agent.clock.Frames;

/** Which line of the program sends. */
final class Sender implements Function<Stream<StackWalker.StackFrame>, StackWalker.StackFrame> {

    private static final StackWalker WALKER = StackWalker.getInstance();
    private static final Sender INSTANCE = new Sender();

    private Sender() {
    }

    /** Thread, class, file and line of the nearest frame that is the program's own, with NULs between. */
    static String origin() {
        String thread = Thread.currentThread().getName().replace('\0', ' ');
        StackWalker.StackFrame frame = WALKER.walk(INSTANCE);
        if (frame == null) {
            return thread + "\0\0\0" + 0;
        }
        String file = frame.getFileName() == null ? "" : frame.getFileName();
        return thread + '\0' + frame.getClassName() + '\0' + file + '\0' + Math.max(0, frame.getLineNumber());
    }

    @Override
    public StackWalker.StackFrame apply(Stream<StackWalker.StackFrame> frames) {
        for (Iterator<StackWalker.StackFrame> all = frames.iterator(); all.hasNext();) {
            StackWalker.StackFrame frame = all.next();
            if (Frames.isProgram(frame.getClassName())) {
                return frame;
            }
        }
        return null;
    }
}
