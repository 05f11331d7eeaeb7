package org.sockeye.labs.check;

import org.sockeye.stack.topology.Host;
import org.sockeye.stack.trace.Origin;
import org.sockeye.stack.wire.Endpoint;
import org.sockeye.stack.wire.Ipv4Address;

/** What all scripted peers have in common. */
final class Peers {

    /** The program's name in the trace for what scripted peers say. */
    static final String PROGRAM = "check";

    private static final StackWalker CALLERS = StackWalker.getInstance();
    private static final String OWN_PACKAGE = Peers.class.getPackageName();

    private Peers() {
    }

    /** The line of the check that speaks now. */
    static Origin origin(String host) {
        return CALLERS.walk(frames -> frames.filter(frame -> !frame.getClassName().startsWith(OWN_PACKAGE + "."))
                .findFirst()
                .map(frame -> new Origin(host, PROGRAM, Thread.currentThread().getName(), frame.getClassName(),
                        frame.getFileName() == null ? "" : frame.getFileName(), Math.max(0, frame.getLineNumber())))
                .orElse(new Origin(host, PROGRAM, "", "", "", 0)));
    }

    static Endpoint any(int port) {
        return new Endpoint(Ipv4Address.ANY, port);
    }

    static Endpoint at(Host host, int port) {
        return new Endpoint(host.addresses().getFirst(), port);
    }
}
