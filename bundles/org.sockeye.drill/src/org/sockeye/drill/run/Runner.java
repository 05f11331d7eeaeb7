package org.sockeye.drill.run;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockeye.drill.assertion.AssertionFailedException;
import org.sockeye.drill.assertion.AssertionProgram;
import org.sockeye.drill.assertion.AssertionSyntaxException;
import org.sockeye.drill.script.Event;
import org.sockeye.drill.script.Expression;
import org.sockeye.drill.script.PacketSpec;
import org.sockeye.drill.script.Position;
import org.sockeye.drill.script.Script;
import org.sockeye.drill.script.ScriptException;
import org.sockeye.drill.script.UnsupportedException;
import org.sockeye.drill.script.When;
import org.sockeye.drill.verdict.Verdict;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.UdpHeader;

/** Goes through the events of a script, one after the other, in simulated time. */
public final class Runner {

    /** How long a call may last that was not announced to wait. */
    private static final long LONGEST_CALL = 3600_000_000_000L;

    private final Script script;
    private final Program program;
    private final Simulation simulation;
    private final Tolerance tolerance;
    private final Expectations expectations;
    private final SystemCalls calls;
    private final AssertionProgram assertions = new AssertionProgram();
    private Event.@Nullable SystemCall blocked;
    private long blockedSince;

    private Runner(Script script, Plan plan) {
        this.script = script;
        TestBed bed = new TestBed(plan);
        program = new Program(bed, plan);
        simulation = new Simulation(bed.events(), () -> program.descriptors().look());
        tolerance = new Tolerance(plan);
        expectations = new Expectations(program, simulation, tolerance);
        calls = new SystemCalls(program);
    }

    /**
     * Runs a script.
     *
     * @param defaults options, as a script would write them at its head, for those that it does not
     */
    public static Verdict run(Script script, Map<String, String> defaults)
            throws ScriptException, UnsupportedException {
        Runner runner = new Runner(script, PlanMaker.plan(script, defaults));
        runner.check();
        try {
            return runner.run();
        } catch (Mismatch e) {
            return new Verdict.Failed(e.position().line(), e.getMessage() == null ? "" : e.getMessage());
        }
    }

    /** What is not spoken here is found before anything is done. */
    private void check() throws ScriptException, UnsupportedException {
        for (Event event : script.events()) {
            switch (event) {
                case Event.SystemCall call -> calls.prepare(call);
                case Event.Block block -> {
                    try {
                        AssertionProgram.check(block.code());
                        TcpInfoNames.check(AssertionProgram.names(block.code()), block.position());
                    } catch (AssertionSyntaxException e) {
                        Position place = new Position(block.position().line() + e.line(), block.position().column());
                        if (e.isUnsupported()) {
                            throw new UnsupportedException(place, e.getMessage());
                        }
                        throw new ScriptException(place, "in the block, " + e.getMessage());
                    }
                }
                case Event.Command command -> {
                    if (!ShellLines.settings(command).isEmpty()) {
                        throw new UnsupportedException(command.position(), "a setting changed while the script runs");
                    }
                }
                case Event.Inject inject -> {
                    // Read already.
                }
                case Event.Expect expect -> {
                    // Read already.
                }
            }
        }
    }

    private Verdict run() throws Mismatch, ScriptException, UnsupportedException {
        for (Event event : script.events()) {
            if (event instanceof Event.Expect expect) {
                long planned = expect.when().kind() == When.Kind.RELATIVE ? simulation.now() + expect.when().from()
                        : expect.when().from();
                expectations.meet(expect);
                tolerance.event(expect.when().kind() == When.Kind.ANY ? simulation.now() : planned);
                continue;
            }
            if (event instanceof Event.SystemCall call && simulation.isWaiting()) {
                finishWaiting(call);
            }
            long offset = event.when().kind() == When.Kind.RELATIVE ? simulation.now() : 0;
            long time = offset + event.when().from();
            if (simulation.now() > time + tolerance.around(time)) {
                throw new Mismatch(event.position(), "time: expected to begin this at " + Shown.time(time)
                        + ", got to it only at " + Shown.time(simulation.now()));
            }
            simulation.runUntil(time);
            tolerance.event(time);
            begin(event, offset);
        }
        if (simulation.isWaiting()) {
            finishWaiting(null);
        }
        return new Verdict.Passed(script.events().size(), expectations.compared(), expectations.left());
    }

    private void finishWaiting(Event.@Nullable SystemCall next) throws Mismatch {
        Event.SystemCall call = blocked;
        if (call != null && !simulation.finishCall(blockedSince + call.when().end() - call.when().from()
                + tolerance.around(blockedSince + call.when().end() - call.when().from()))) {
            throw new Mismatch(call.position(), "expected " + call.name() + " to return at "
                    + Shown.time(blockedSince + call.when().end() - call.when().from()) + ", got no end of it by "
                    + (next == null ? "the end of the script" : "line " + next.position().line()));
        }
    }

    private void begin(Event event, long offset) throws Mismatch, ScriptException, UnsupportedException {
        switch (event) {
            case Event.Inject inject -> inject(inject);
            case Event.SystemCall call -> call(call, offset);
            case Event.Block block -> block(block);
            case Event.Command command -> {
                // Understood when it was checked, and without effect.
            }
            case Event.Expect expect -> throw new IllegalStateException("expected packets are waited for");
        }
    }

    private void inject(Event.Inject event) throws Mismatch, UnsupportedException {
        int protocol = switch (event.packet()) {
            case PacketSpec.Tcp tcp -> TcpHeader.PROTOCOL;
            case PacketSpec.Udp udp -> UdpHeader.PROTOCOL;
            case PacketSpec.Icmp icmp -> program.plan().icmp();
        };
        Flow present = program.flow();
        Flow flow = event.packet() instanceof PacketSpec.Icmp && present != null ? present : program.arrives(protocol);
        if (event.packet() instanceof PacketSpec.Tcp tcp) {
            if ((tcp.flags() & TcpHeader.SYN) != 0) {
                program.remoteStart(tcp.sequence() + 1);
            }
            if ((tcp.flags() & TcpHeader.RST) != 0) {
                flow.finished();
            }
        }
        program.bed().inject(new Packets(flow, program.plan().scaledEcho()).datagram(event.packet(), event.position()));
    }

    private void call(Event.SystemCall call, long offset) throws Mismatch, ScriptException, UnsupportedException {
        program.here(call.position());
        long started = simulation.now();
        Attempt attempt = calls.prepare(call);
        long end = offset + call.when().end();
        if (call.when().blocks()) {
            blocked = call;
            blockedSince = started;
        }
        simulation.start(attempt, (result, time) -> {
            compare(call, result);
            String problem = call.when().blocks()
                    ? tolerance.problem(new When(When.Kind.ABSOLUTE, end, end, -1), 0, time) : "";
            if (!problem.isEmpty()) {
                throw new Mismatch(call.position(), call.name() + " returned at another " + problem);
            }
        });
        if (!call.when().blocks() && !simulation.finishCall(started + LONGEST_CALL)) {
            throw Simulation.stuck(call.position(), call.name(), started);
        }
    }

    private static void compare(Event.SystemCall call, Result result) throws Mismatch {
        Expression expected = call.result();
        try {
            if (expected != null) {
                Result wanted = new Result(Arguments.number(expected), call.errno());
                if (!wanted.equals(result)) {
                    throw new Mismatch(call.position(),
                            "expected " + call.name() + " to return " + wanted + ", got " + result);
                }
            }
        } catch (ScriptException | UnsupportedException e) {
            throw new Mismatch(call.position(), "expected a result that is a number: " + e.getMessage());
        }
    }

    private void block(Event.Block block) throws Mismatch {
        try {
            assertions.run(block.code(), new TcpInfoNames(program));
        } catch (AssertionFailedException e) {
            throw new Mismatch(new Position(block.position().line() + e.line(), 1), e.getMessage());
        } catch (AssertionSyntaxException e) {
            throw new Mismatch(block.position(), e.getMessage());
        }
    }
}
