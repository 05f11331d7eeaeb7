package org.sockeye.cli.bench;

import java.util.ArrayList;
import java.util.List;
import org.sockeye.stack.socket.SocketError;
import org.sockeye.stack.socket.StreamSocket;
import org.sockeye.stack.topology.Network;
import org.sockeye.stack.topology.Topology;
import org.sockeye.stack.trace.Trace;

/**
 * Frames a second of real time, counted at every hop, with 10,000 connections between two hosts which send messages of 1000
 * bytes, 1000 of them at a time; how much more a frame costs then than with 10 connections; and how much memory each of the
 * ends of a connection takes when it rests, the trace not counted.
 */
final class StackConnections implements Benchmark {

    private static final int MANY = 10_000;
    private static final int FEW = 10;
    private static final int FIRST = 2_000;
    private static final int MESSAGE = 1000;
    private static final int MESSAGES = 60_000;
    private static final int AT_A_TIME = 1000;

    @Override
    public String name() {
        return "stack.connections";
    }

    @Override
    public List<Figure> measure() throws SocketError {
        rate(few());
        rate(few());
        double few = rate(few());
        Scene scene = new Scene();
        scene.open(FIRST);
        long before = scene.memory();
        scene.open(MANY - FIRST);
        double idle = (scene.memory() - before) / (2.0 * (MANY - FIRST));
        rate(scene);
        double many = rate(scene);
        return List.of(new Figure(name(), many, "hop-packets/s"), new Figure(name() + ".ratio", few / many, "x"),
                new Figure(name() + ".idle", idle, "bytes"));
    }

    private static Scene few() throws SocketError {
        Scene scene = new Scene();
        scene.open(FEW);
        return scene;
    }

    private static double rate(Scene scene) {
        long frames = 0;
        long start = System.nanoTime();
        for (int sent = 0; sent < MESSAGES; sent += AT_A_TIME) {
            for (int i = 0; i < AT_A_TIME; i++) {
                scene.talks.get((sent + i) % scene.talks.size()).send(MESSAGE);
            }
            frames += Talk.run(scene.network, scene.talks);
        }
        return frames / ((System.nanoTime() - start) / 1e9);
    }

    /** Two hosts with connections. */
    private static final class Scene {

        private final Network network = Network
                .build(Topology.named("path").withEveryLink(conditions -> conditions.withRate(0)), 1);
        private final StreamSocket listener = Talk.listen(network, "server", 5001);
        private final List<Talk> talks = new ArrayList<>();

        Scene() throws SocketError {
        }

        /** Opens more connections; each has carried a message when it rests. */
        void open(int more) throws SocketError {
            for (int i = 0; i < more; i++) {
                Talk talk = Talk.connect(network, "client", "server", listener);
                talk.send(MESSAGE);
                talks.add(talk);
            }
            Talk.run(network, talks);
        }

        /** Bytes in use beside those of the trace. */
        long memory() {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            Trace trace = network.trace();
            return runtime.totalMemory() - runtime.freeMemory() - (trace.size() - trace.spilled());
        }
    }
}
