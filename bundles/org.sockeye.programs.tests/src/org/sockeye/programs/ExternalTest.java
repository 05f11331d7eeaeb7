package org.sockeye.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs whose virtual machine somebody else starts, with a debugger or without. */
class ExternalTest {

    @TempDir
    private static Path folder;
    private static Path classes;

    @BeforeAll
    static void compile() {
        classes = Students.compile(folder, Students.TCP_SERVER, Students.TCP_CLIENT);
    }

    static List<String> java() {
        return JavaHomes.both();
    }

    private static Process launch(String java, ExternalProgram external, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(external.vmArguments());
        command.addAll(List.of(more));
        command.addAll(List.of("-cp", classes.toString(), external.program().spec().name()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(external.environment());
        return builder.start();
    }

    private static ProgramSpec spec(String name) {
        return new ProgramSpec(name, "client", List.of(), folder, Map.of(), new ProgramSpec.Input.None());
    }

    @ParameterizedTest
    @MethodSource("java")
    void aVirtualMachineThatSomebodyElseStartsJoinsAndReadsItsOwnInput(String java) throws Exception {
        try (Scene scene = new Scene(java, classes)) {
            scene.launch("server", "TCPServer");
            ExternalProgram external = scene.run.expect(spec("TCPClient"));
            Process process = launch(java, external);
            process.getOutputStream().write("typed by hand\n".getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            scene.finish(external.program());
            assertEquals("FROM SERVER: TYPED BY HAND\n", new String(process.getInputStream().readAllBytes()));
            assertEquals(0, process.waitFor());
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void anExpectedProgramThatNeverComesMayBeGivenUp(String java) throws ProgramFailure {
        try (Scene scene = new Scene(java, classes)) {
            ExternalProgram external = scene.run.expect(spec("TCPClient"));
            scene.run.request(external.program()::stop);
            assertInstanceOf(Ending.Reached.class, scene.run.untilEnded(external.program()));
        }
    }

    /** The debugger waits, between commands, for longer than a segment's time-out: nothing may be sent meanwhile. */
    @ParameterizedTest
    @MethodSource("java")
    void aBreakpointHoldsTheClockAndTheRealLimitToo(String java) throws Exception {
        RunOptions limited = Scene.limited(3600, 6);
        try (Scene scene = new Scene(java, classes, limited)) {
            scene.launch("server", "TCPServer");
            ExternalProgram external = scene.run.expect(spec("TCPClient"));
            Process process = launch(java, external,
                    "-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=127.0.0.1:0");
            process.getOutputStream().write("stop and go\n".getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            BufferedReader output = new BufferedReader(new InputStreamReader(process.getInputStream()));
            Thread debugger = new Thread(() -> debug(output, scene));
            debugger.start();
            scene.finish(external.program());
            debugger.join();
            assertEquals("FROM SERVER: STOP AND GO",
                    output.lines().filter(line -> !line.startsWith("Listening")).findFirst().orElse(""));
            assertTrue(held > 6_000_000_000L, "the breakpoint was held");
            assertEquals(timeBefore, timeAfter);
            assertEquals(framesBefore, framesAfter);
        }
    }

    private volatile long held;
    private volatile double timeBefore;
    private volatile double timeAfter;
    private volatile int framesBefore;
    private volatile int framesAfter;

    private static VirtualMachine attach(String port) throws Exception {
        AttachingConnector connector = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(each -> each.name().equals("com.sun.jdi.SocketAttach")).findFirst().orElseThrow();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        arguments.get("hostname").setValue("127.0.0.1");
        arguments.get("port").setValue(port);
        return connector.attach(arguments);
    }

    private void debug(BufferedReader output, Scene scene) {
        try {
            String listening = output.readLine();
            stopAt(attach(listening.substring(listening.lastIndexOf(':') + 1).strip()), "TCPClient", 15, scene);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void stopAt(VirtualMachine machine, String className, int line, Scene scene) throws InterruptedException {
        try {
            ClassPrepareRequest prepare = machine.eventRequestManager().createClassPrepareRequest();
            prepare.addClassFilter(className);
            prepare.enable();
            machine.resume();
            while (true) {
                EventSet events = machine.eventQueue().remove();
                for (Event event : events) {
                    if (event instanceof ClassPrepareEvent prepared) {
                        ReferenceType type = prepared.referenceType();
                        BreakpointRequest request = machine.eventRequestManager()
                                .createBreakpointRequest(type.locationsOfLine(line).get(0));
                        request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
                        request.enable();
                    } else if (event instanceof BreakpointEvent) {
                        hold(scene);
                        machine.dispose();
                        return;
                    }
                }
                events.resume();
            }
        } catch (AbsentInformationException e) {
            throw new AssertionError(e);
        }
    }

    private void hold(Scene scene) throws InterruptedException {
        long start = System.nanoTime();
        // Long enough for the run to have come to rest, whatever the machine.
        Thread.sleep(500);
        timeBefore = scene.seconds();
        framesBefore = scene.run.network().trace().frames().size();
        Thread.sleep(6000);
        timeAfter = scene.seconds();
        framesAfter = scene.run.network().trace().frames().size();
        held = System.nanoTime() - start;
    }
}
