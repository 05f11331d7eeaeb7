package org.sockeye.labs.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.sockeye.labs.format.Role;
import org.sockeye.labs.story.Quoted;
import org.sockeye.labs.story.Story;
import org.sockeye.programs.Run;
import org.sockeye.programs.RunOptions;

import org.sockeye.stack.physical.LinkConditions;
import org.sockeye.stack.topology.LinkSpec;
import org.sockeye.stack.trace.TracedFrame;

/**
 * Where a check plays: a network of its own, on which nothing runs yet. The check starts the student's programs by role,
 * lets scripted peers talk to them, changes the network, and says what it expects. Everything happens in simulated time,
 * so waiting costs nothing.
 */
public final class Stage implements AutoCloseable {

    private final StageSetup setup;
    private final Run run;
    private final Director director;
    private final Set<String> started = new HashSet<>();
    private final Map<String, LossPlan> lossPlans = new HashMap<>();

    private Stage(StageSetup setup, Run run, Story story) {
        this.setup = setup;
        this.run = run;
        this.director = new Director(run, story);
    }

    /**
     * Builds the network.
     *
     * @param story is told every step
     */
    public static Stage open(StageSetup setup, Story story) throws IOException {
        RunOptions options = new RunOptions(setup.topology(), setup.seed(), 0, setup.lab().localhost(),
                setup.lab().limits().simulated().toNanos(), setup.lab().limits().real().toNanos());
        return new Stage(setup, Run.open(options), story);
    }

    /**
     * Starts a student's program without input and lets it run until it listens, waits or ends.
     *
     * @param role as the lab names it, such as "server"
     */
    public StudentProgram start(String role) {
        return start(role, new byte[0]);
    }

    /**
     * Starts a student's program; {@code lines} are typed at its keyboard, each when the program waits for one, and then
     * the input ends.
     */
    public StudentProgram startAndType(String role, String... lines) {
        StringBuilder input = new StringBuilder();
        for (String line : lines) {
            input.append(line).append('\n');
        }
        return start(role, input.toString().getBytes(StandardCharsets.UTF_8));
    }

    private StudentProgram start(String roleName, byte[] input) {
        Role role = setup.lab().role(roleName)
                .orElseThrow(() -> new BrokenCheck("the lab has no program '" + roleName + "'; see lab.yaml"));
        started.add(roleName);
        List<String> command = setup.commands().get(roleName);
        if (command == null) {
            throw new CheckFailure("there is no class " + role.mainClass() + " to run" + setup.instead());
        }
        director.step("start " + role.mainClass() + " on host " + role.host()
                + (input.length == 0 ? "" : "; type " + Quoted.bytes(input)));
        return StudentProgram.start(director, role, command, setup.scratch(), input);
    }

    /** A scripted peer that speaks from {@code host} over TCP. */
    public TcpPeer tcpPeer(String host) {
        return new TcpPeer(director, host);
    }

    /** A scripted server that waits for TCP connections on {@code host}, any of its addresses. */
    public TcpPeerServer tcpServer(String host, int port) {
        return TcpPeerServer.listen(director, host, port);
    }

    /** A scripted peer on {@code host} that sends and receives datagrams, on a free port. */
    public UdpPeer udpPeer(String host) {
        return UdpPeer.bind(director, host, 0);
    }

    /** A scripted peer on {@code host} that sends and receives datagrams on {@code port}. */
    public UdpPeer udpPeer(String host, int port) {
        return UdpPeer.bind(director, host, port);
    }

    /** Every packet so far, to be counted and compared. */
    public Packets packets() {
        return new Packets(director);
    }

    /**
     * Changes every link of the network from now on.
     *
     * @param text what the change is, for the story, such as "every link loses one frame in ten"
     */
    public void everyLink(String text, UnaryOperator<LinkConditions> change) {
        director.step(text);
        for (LinkSpec link : run.network().topology().links()) {
            director.link(link.name()).conditions(change.apply(director.link(link.name()).conditions()));
        }
    }

    /**
     * Loses the next frames on a link that match, in either direction, as in
     * {@code lose("r1-s2", 1, tcp(toPort(6789), carryingBytes()))}.
     *
     * @param count how many
     * @param match by what is in the frame; not by {@link PacketMatch#fromHost}
     */
    public void lose(String link, int count, PacketMatch match) {
        director.step("the link " + link + " will lose " + Packets.times(count, match));
        lossPlans.computeIfAbsent(link, name -> new LossPlan(director.link(name))).add(count, match);
    }

    /** Lets simulated time pass. */
    public void pass(Duration time) {
        director.step("wait " + Director.text(time));
        director.drive(() -> false, time);
    }

    /** Every frame so far, at every hop. */
    public List<TracedFrame> frames() {
        return run.network().trace().frames();
    }

    /** The roles whose programs the check has started, or has tried to. */
    public Set<String> started() {
        return Set.copyOf(started);
    }

    /** Ends all programs. */
    @Override
    public void close() {
        run.close();
    }
}
