package org.sockeye.agent.clock;

/** Whose code a stack frame is. */
public final class Frames {

    private Frames() {
    }

    /** True for code of the program's author; false for the Java library's and the agent's. */
    public static boolean isProgram(String className) {
        return !className.startsWith("java.") && !className.startsWith("javax.") && !className.startsWith("jdk.")
                && !className.startsWith("sun.") && !className.startsWith("com.sun.")
                && !className.startsWith("org.sockeye.agent.");
    }

    /** Such as "read at Client.java:14": the library call and the author's line; empty if no author's code is there. */
    static String describe(StackTraceElement[] stack) {
        String call = "";
        for (StackTraceElement frame : stack) {
            if (isProgram(frame.getClassName())) {
                String place = frame.getFileName() + ":" + frame.getLineNumber();
                return (call.isEmpty() ? frame.getMethodName() : call) + " at " + place;
            }
            if (!frame.getClassName().startsWith("org.sockeye.agent.")) {
                call = frame.getMethodName();
            }
        }
        return "";
    }
}
