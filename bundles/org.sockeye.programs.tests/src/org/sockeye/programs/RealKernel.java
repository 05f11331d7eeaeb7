package org.sockeye.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * This machine's kernel in a network namespace made for one test, with a TAP device whose frames travel in UDP datagrams
 * between two ports of the loopback interface.
 */
final class RealKernel implements AutoCloseable {

    private static final String PROCESS = Long.toString(ProcessHandle.current().pid(), Character.MAX_RADIX);
    private static int made;

    private final String device = "sk" + PROCESS + "-" + ++made;
    private final String namespace = "sockeye-" + device;
    /** The port at which the network receives. */
    final int local = freePort();
    /** The port at which the kernel does. */
    final int remote = freePort();
    private final Process carrier;
    private final List<Process> started = new ArrayList<>();

    /** A kernel with that address, such as "10.0.1.9/24", and that router. */
    RealKernel(String address, String router) throws IOException, InterruptedException {
        carrier = new ProcessBuilder("socat", "-b65507", "UDP4-DATAGRAM:127.0.0.1:" + local + ",bind=127.0.0.1:"
                + remote, "TUN,tun-type=tap,iff-no-pi,tun-name=" + device).redirectErrorStream(true).start();
        try {
            setUp(address, router);
        } catch (IOException | InterruptedException | AssertionError e) {
            close();
            throw e;
        }
    }

    private void setUp(String address, String router) throws IOException, InterruptedException {
        run("ip", "netns", "add", namespace);
        while (carrier.isAlive() && !Files.exists(Path.of("/sys/class/net", device))) {
            Thread.sleep(10);
        }
        run("ip", "link", "set", device, "netns", namespace);
        run("ip", "-n", namespace, "address", "add", address, "dev", device);
        run("ip", "-n", namespace, "link", "set", device, "up");
        run("ip", "-n", namespace, "link", "set", "lo", "up");
        run("ip", "-n", namespace, "route", "add", "default", "via", router);
    }

    /** Skips a test where the operating system does not let us make a namespace, or lacks the tools. */
    static void assumeAvailable() {
        for (String needed : List.of("ip", "socat", "ping", "curl")) {
            boolean there = List.of("/usr/bin", "/usr/sbin", "/bin", "/sbin").stream()
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, needed)));
            if (!there && System.getenv("CI") != null) {
                fail("there is no " + needed);
            }
            Assumptions.assumeTrue(there, "there is no " + needed);
        }
        Assumptions.assumeTrue(Files.isWritable(Path.of("/dev/net/tun")), "only root may make network devices");
    }

    /** Starts a command that has this kernel's network and no other. */
    Process start(Path output, List<String> command) throws IOException {
        List<String> inside = new ArrayList<>(List.of("ip", "netns", "exec", namespace));
        inside.addAll(command);
        Process process = new ProcessBuilder(inside).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        started.add(process);
        return process;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), () -> String.join(" ", command) + ": " + said);
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        started.add(carrier);
        for (Process process : started) {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        new ProcessBuilder("ip", "netns", "delete", namespace).start().waitFor();
    }
}
