package org.sockeye.labs.check;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.sockeye.labs.format.Role;
import org.sockeye.labs.story.Quoted;
import org.sockeye.programs.Program;
import org.sockeye.programs.ProgramFailure;
import org.sockeye.programs.ProgramSpec;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.Socket;
import org.sockeye.stack.socket.StreamSocket;

/** One of the student's programs, running on its host. */
public final class StudentProgram {

    private final Director director;
    private final Role role;
    private final Program program;
    private final Printed printed;

    private StudentProgram(Director director, Role role, Program program, Printed printed) {
        this.director = director;
        this.role = role;
        this.program = program;
        this.printed = printed;
    }

    static StudentProgram start(Director director, Role role, List<String> command, Path directory, byte[] input) {
        Printed printed = new Printed(role.mainClass());
        director.run().addListener(printed);
        ProgramSpec spec = new ProgramSpec(role.mainClass(), role.host(), command, directory, Map.of(),
                input.length == 0 ? new ProgramSpec.Input.None() : new ProgramSpec.Input.Scripted(input));
        try {
            Program program = director.run().start(spec);
            StudentProgram student = new StudentProgram(director, role, program, printed);
            director.joined(student);
            director.begin(student);
            return student;
        } catch (ProgramFailure e) {
            throw new BrokenCheck(String.valueOf(e.getMessage()));
        }
    }

    /** Expects that other hosts can connect to this TCP port of it. */
    public StudentProgram expectTcpPort(int port) {
        director.step("expect " + label() + " to wait for connections on TCP port " + port);
        return expectSocket("a socket that listens on TCP port " + port,
                socket -> socket instanceof StreamSocket stream && stream.state().equals("LISTEN"), port);
    }

    /** Expects that other hosts can send datagrams to this UDP port of it. */
    public StudentProgram expectUdpPort(int port) {
        director.step("expect " + label() + " to wait for datagrams on UDP port " + port);
        return expectSocket("a datagram socket on UDP port " + port, DatagramSocket.class::isInstance, port);
    }

    private StudentProgram expectSocket(String expected, Predicate<Socket> kind, int port) {
        if (!director.drive(() -> sockets(kind).anyMatch(socket -> reachable(socket, port)), Director.PATIENCE)) {
            List<String> others = sockets(kind).map(socket -> socket.local().toString()).toList();
            throw director.fail(this, expected, others.isEmpty() ? "it has no such socket"
                    : "it waits on " + String.join(", ", others) + (others.stream().anyMatch(each -> each.startsWith(
                            "127."))
                                    ? ", which no other host can reach" : ""));
        }
        return this;
    }

    private Stream<Socket> sockets(Predicate<Socket> kind) {
        return director.host(role.host()).sockets().open().stream().filter(kind).filter(socket -> socket.local()
                .port() != 0);
    }

    private static boolean reachable(Socket socket, int port) {
        return socket.local().port() == port && !socket.local().address().isLoopback();
    }

    /**
     * Expects a line on standard output that ends with {@code text}. How many spaces there are makes no difference, and a
     * prompt may stand before it.
     */
    public StudentProgram expectPrints(String text) {
        director.step("expect " + label() + " to print " + Quoted.text(text));
        if (!director.drive(() -> printed.hasLineEndingWith(text), Director.PATIENCE)) {
            byte[] all = program.output();
            throw director.fail(this, Quoted.text(text), all.length == 0 ? "it printed nothing" : "it printed " + Quoted
                    .bytes(all));
        }
        return this;
    }

    /** Expects that no byte of this value was printed so far. */
    public StudentProgram expectNeverPrinted(int value, String name) {
        director.step("expect " + label() + " to print no " + name);
        byte[] all = program.output();
        for (byte each : all) {
            if (each == (byte) value) {
                throw director.fail(this, "no " + name + " among what it prints", "it printed " + Quoted.bytes(all));
            }
        }
        return this;
    }

    /** Expects that it ends, and with exit status 0. */
    public StudentProgram expectEnds() {
        director.step("expect " + label() + " to end");
        if (!director.drive(() -> program.exitStatus().isPresent(), Director.PATIENCE)) {
            throw director.fail(this, "it ends", "it is still running");
        }
        if (program.exitStatus().getAsInt() != 0) {
            throw director.fail(this, "exit status 0", "it ended with status " + program.exitStatus().getAsInt());
        }
        return this;
    }

    /** Expects that it is still running after this time. */
    public StudentProgram expectStillRunsAfter(Duration time) {
        director.step("expect " + label() + " to be still running after " + Director.text(time));
        if (director.drive(() -> program.exitStatus().isPresent(), time)) {
            throw director.fail(this, "it goes on", "it has ended");
        }
        return this;
    }

    /** What it has printed to standard output so far. */
    public String output() {
        return new String(program.output(), StandardCharsets.UTF_8);
    }

    Program program() {
        return program;
    }

    String role() {
        return role.name();
    }

    String label() {
        return role.mainClass();
    }

    boolean isFlooding() {
        return printed.isFlooding();
    }

    /** What has become of it and what it says on its screen, if there is anything to tell. */
    Optional<String> condition() {
        List<String> parts = new ArrayList<>();
        program.exitStatus().ifPresent(status -> parts.add("has ended with status " + status));
        byte[] output = program.output();
        if (output.length > 0) {
            parts.add("has printed " + Quoted.bytes(output));
        }
        printed.errors().lines().filter(line -> !line.isBlank()).findFirst()
                .ifPresent(line -> parts.add("says: " + line.strip()));
        return parts.isEmpty() ? Optional.empty() : Optional.of(label() + " " + String.join("; it ", parts));
    }

    /** The line of it that an exception came from, or empty. */
    String placeOfDeath() {
        return Places.inStackTrace(printed.errors());
    }
}
