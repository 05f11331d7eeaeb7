package org.sockeye.drill.run;

import org.jspecify.annotations.Nullable;
import org.sockeye.drill.script.Position;
import org.sockeye.stack.wire.UdpHeader;

/** What all system calls share: the host, the descriptors, and the flow that the script's packets belong to. */
final class Program {

    private static final int FIRST_REMOTE_PORT = 50000;

    private final TestBed bed;
    private final Plan plan;
    private final Descriptors descriptors = new Descriptors();
    private @Nullable Flow flow;
    private int listensOn;
    private int remotePorts = FIRST_REMOTE_PORT;
    private long remoteStart = 1;
    private Position here = new Position(1, 1);

    Program(TestBed bed, Plan plan) {
        this.bed = bed;
        this.plan = plan;
        this.listensOn = plan.localPort();
    }

    TestBed bed() {
        return bed;
    }

    Plan plan() {
        return plan;
    }

    Descriptors descriptors() {
        return descriptors;
    }

    /** The flow now; null before there is one. */
    @Nullable
    Flow flow() {
        return flow;
    }

    /** A program listens: the next SYN begins a flow. */
    void listens(int port) {
        listensOn = port;
        flow = null;
    }

    /** A program connects. */
    void connects(int protocol, int localPort, int remotePort) {
        flow = new Flow(protocol, plan.local(), localPort, plan.remote(), remotePort);
    }

    /** The flow of a packet that comes in; begins one if there is none. */
    Flow arrives(int protocol) {
        Flow present = flow;
        if (present == null || present.protocol() != protocol) {
            int remote = protocol == UdpHeader.PROTOCOL ? plan.remotePort() : remotePorts++;
            present = new Flow(protocol, plan.local(), listensOn, plan.remote(), remote);
            flow = present;
        }
        return present;
    }

    /** The peer's stream of bytes begins with this number. */
    void remoteStart(long first) {
        remoteStart = first;
    }

    long remoteStart() {
        return remoteStart;
    }

    /** The place of the call being made, for what is noticed within it. */
    Position here() {
        return here;
    }

    void here(Position position) {
        here = position;
    }
}
