package org.sockeye.agent.clock;

/** Threads that wait and wake for the virtual machine's own reasons, and are none of the program's business. */
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
            case "process reaper":
            case "sockeye":
                return true;
            default:
                return name.startsWith("JDWP ") || name.startsWith("Cleaner-")
                        && thread.getClass().getName().equals("jdk.internal.misc.InnocuousThread");
        }
    }
}
