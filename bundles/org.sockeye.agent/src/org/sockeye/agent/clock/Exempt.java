package org.sockeye.agent.clock;

/**
 * Threads that wait and wake for the virtual machine's own reasons, and are none of the program's business. What watches
 * over a child process is not among them: a child that does not join holds the clock as long as it runs.
 */
final class Exempt {

    private Exempt() {
    }

    static boolean is(Thread thread) {
        String name = thread.getName();
        switch (name) {
            case "Reference Handler":
            case "Finalizer":
            case "Signal Dispatcher":
            case "Common-Cleaner":
            case "Notification Thread":
            case "Attach Listener":
            case "VirtualThread-unblocker":
            case "sockeye":
                return true;
            default:
                return name.startsWith("JDWP ") || name.startsWith("Cleaner-")
                        && thread.getClass().getName().equals("jdk.internal.misc.InnocuousThread");
        }
    }
}
