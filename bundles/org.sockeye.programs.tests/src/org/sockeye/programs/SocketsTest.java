package org.sockeye.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockeye.stack.trace.TracedFrame;

/** Sockets behave, and fail, as they do on a real network, with the library's own words. */
class SocketsTest {

    @TempDir
    private static Path folder;
    private static Path classes;

    private static final String TRY = """
            import java.io.*;
            import java.net.*;

            class Try {
                interface Action { Object run() throws Exception; }

                static void that(Action action) {
                    try {
                        System.out.println(action.run());
                    } catch (Exception e) {
                        System.out.println(e);
                    }
                }
            }
            """;

    @BeforeAll
    static void compile() {
        classes = Students.compile(folder, TRY, Students.main("Failures", """
                Try.that(() -> new Socket("server", 81));
                Try.that(() -> new Socket("nowhere.example", 81));
                Try.that(() -> InetAddress.getByName("server"));
                Try.that(() -> InetAddress.getByName("localhost"));
                Try.that(() -> InetAddress.getLocalHost());
                Try.that(() -> InetAddress.getLoopbackAddress());
                Try.that(() -> new ServerSocket(80).getLocalPort());
                Try.that(() -> new ServerSocket(80));
                Try.that(() -> new DatagramSocket(53).getLocalPort());
                Try.that(() -> new DatagramSocket(53));
                Try.that(() -> new ServerSocket(90, 5, InetAddress.getByName("10.9.9.9")));
                Try.that(() -> {
                    DatagramSocket socket = new DatagramSocket();
                    socket.connect(InetAddress.getByName("server"), 9);
                    socket.send(new DatagramPacket(new byte[3], 3));
                    socket.receive(new DatagramPacket(new byte[3], 3));
                    return "received";
                });
                Try.that(() -> {
                    DatagramSocket socket = new DatagramSocket();
                    socket.send(new DatagramPacket(new byte[66000], 66000, InetAddress.getByName("server"), 9));
                    return "sent";
                });
                """),
                Students.main("Resetting", """
                        ServerSocket server = new ServerSocket(5000);
                        Socket first = server.accept();
                        first.getInputStream().read();
                        first.close();
                        for (int i = 0; i < 2; i++) {
                            Socket second = server.accept();
                            second.setSoLinger(true, 0);
                            second.close();
                        }
                        Socket third = server.accept();
                        third.getInputStream().read();
                        third.shutdownOutput();
                        System.out.println(new String(third.getInputStream().readAllBytes()));
                        """),
                Students.main("Reset", """
                        Try.that(() -> {
                            Socket s = new Socket("server", 5000);
                            s.getOutputStream().write("unread".getBytes());
                            Thread.sleep(1000);
                            return s.getInputStream().read();
                        });
                        Try.that(() -> new Socket("server", 5000).getInputStream().read());
                        Try.that(() -> {
                            Socket s = new Socket("server", 5000);
                            Thread.sleep(1000);
                            s.getOutputStream().write(1);
                            return "written";
                        });
                        Try.that(() -> {
                            Socket s = new Socket("server", 5000);
                            s.getOutputStream().write(1);
                            int end = s.getInputStream().read();
                            s.getOutputStream().write("after the other's end".getBytes());
                            s.close();
                            return end;
                        });
                        """),
                Students.main("Threads",
                        """
                                ServerSocket server = new ServerSocket(5000);
                                while (true) {
                                    Socket client = server.accept();
                                    new Thread(() -> {
                                        try (client) {
                                            BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream()));
                                            PrintWriter out = new PrintWriter(client.getOutputStream(), true);
                                            for (String line = in.readLine(); line != null; line = in.readLine()) {
                                                Thread.sleep(line.length() * 10);
                                                out.println(line.toUpperCase());
                                            }
                                        } catch (Exception e) {
                                            e.printStackTrace();
                                        }
                                    }).start();
                                }
                                """),
                Students.main("Clients",
                        """
                                List<Thread> threads = new ArrayList<>();
                                StringBuffer all = new StringBuffer();
                                for (int i = 0; i < 8; i++) {
                                    int n = i;
                                    Thread thread = new Thread(() -> {
                                        try (Socket socket = new Socket("server", 5000)) {
                                            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
                                            PrintWriter out = new PrintWriter(socket.getOutputStream(), true);
                                            for (int j = 0; j <= n; j++) {
                                                out.println("client " + n + " line " + j);
                                                all.append(in.readLine()).append('\\n');
                                            }
                                        } catch (IOException e) {
                                            e.printStackTrace();
                                        }
                                    });
                                    threads.add(thread);
                                    thread.start();
                                }
                                for (Thread thread : threads) {
                                    thread.join();
                                }
                                all.toString().lines().sorted().forEach(System.out::println);
                                """),
                Students.main("Bulk", """
                        byte[] sent = new byte[3_000_000];
                        new Random(5).nextBytes(sent);
                        Thread server = new Thread(() -> {
                            try (ServerSocket listening = new ServerSocket(5000); Socket s = listening.accept()) {
                                byte[] got = s.getInputStream().readAllBytes();
                                System.out.println(got.length + " " + Arrays.equals(got, sent));
                            } catch (IOException e) {
                                e.printStackTrace();
                            }
                        });
                        server.start();
                        Thread.sleep(10);
                        try (Socket s = new Socket("client", 5000)) {
                            s.getOutputStream().write(sent);
                        }
                        server.join();
                        """),
                Students.main("Closing", """
                        ServerSocket server = new ServerSocket(5000);
                        Socket client = new Socket("localhost", 5000);
                        Socket accepted = server.accept();
                        Thread.currentThread().setName("main");
                        Thread closer = new Thread(() -> {
                            try {
                                Thread.sleep(100);
                                client.close();
                                Thread.sleep(100);
                                server.close();
                            } catch (Exception e) {
                                e.printStackTrace();
                            }
                        });
                        closer.start();
                        Try.that(() -> client.getInputStream().read());
                        Try.that(() -> accepted.getInputStream().read());
                        Try.that(() -> server.accept());
                        """),
                Students.main("Interfaces", """
                        for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                            System.out.println(each.getName() + " " + each.isLoopback() + " " + each.isUp() + " "
                                + Collections.list(each.getInetAddresses()));
                        }
                        System.out.println(NetworkInterface.getByName("eth0").getInetAddresses().nextElement());
                        System.out.println(NetworkInterface.getByInetAddress(InetAddress.getLocalHost()).getName());
                        System.out.println(InetAddress.getByName("server").isReachable(1000));
                        System.out.println(InetAddress.getByName("10.0.2.99").isReachable(1000));
                        """));
    }

    static List<String> java() {
        return JavaHomes.both();
    }

    @ParameterizedTest
    @MethodSource("java")
    void failuresBearTheLibrarysOwnWords(String java) {
        try (Scene scene = new Scene(java, classes)) {
            assertEquals("""
                    java.net.ConnectException: Connection refused
                    java.net.UnknownHostException: nowhere.example
                    server/10.0.2.2
                    localhost/127.0.0.1
                    client/10.0.1.2
                    localhost/127.0.0.1
                    80
                    java.net.BindException: Address already in use
                    53
                    java.net.BindException: Address already in use
                    java.net.BindException: Cannot assign requested address
                    java.net.PortUnreachableException
                    java.net.SocketException: Message too long
                    """, scene.outputOf("client", "Failures"));
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void resetsAndHalfClosesAreAsOnLinux(String java) {
        try (Scene scene = new Scene(java, classes)) {
            Program server = scene.launch("server", "Resetting");
            assertEquals("""
                    -1
                    java.net.SocketException: Connection reset
                    java.net.SocketException: Connection reset by peer
                    -1
                    """, scene.outputOf("client", "Reset"));
            assertTrue(scene.run.network().trace().frames().stream().anyMatch(SocketsTest::isReset));
            assertEquals("after the other's end\n", Scene.output(scene.finish(server)));
        }
    }

    private static boolean isReset(TracedFrame frame) {
        byte[] bytes = frame.content().bytes();
        return bytes.length > 47 && bytes[23] == 6 && (bytes[47] & 4) != 0;
    }

    @ParameterizedTest
    @MethodSource("java")
    void aServerWithAThreadForEachConnectionServesManyAtOnce(String java) {
        try (Scene scene = new Scene(java, classes)) {
            scene.launch("server", "Threads");
            StringBuilder expected = new StringBuilder();
            for (int client = 0; client < 8; client++) {
                for (int line = 0; line <= client; line++) {
                    expected.append("CLIENT ").append(client).append(" LINE ").append(line).append('\n');
                }
            }
            assertEquals(expected.toString(), scene.outputOf("client", "Clients"));
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void megabytesArriveWhole(String java) {
        try (Scene scene = new Scene(java, classes)) {
            assertEquals("3000000 true\n", scene.outputOf("client", "Bulk"));
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void closingWakesWhoeverIsBlocked(String java) {
        try (Scene scene = new Scene(java, classes)) {
            assertEquals("java.net.SocketException: Socket closed\n-1\njava.net.SocketException: Socket closed\n",
                    scene.outputOf("server", "Closing"));
            assertEquals(0.2, scene.seconds(), 0.01);
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void interfacesAreTheSimulatedHosts(String java) {
        try (Scene scene = new Scene(java, classes)) {
            assertEquals("""
                    eth0 false true [/10.0.1.2]
                    lo true true [/0:0:0:0:0:0:0:1%lo, /127.0.0.1]
                    /10.0.1.2
                    eth0
                    true
                    false
                    """, scene.outputOf("client", "Interfaces"));
        }
    }

    @Test
    void aServerThatIsStoppedClosesItsConnections() {
        try (Scene scene = new Scene(JavaHomes.one(), Students.compile(folder,
                Students.main("Silent", "new ServerSocket(5000).accept();\nThread.sleep(Long.MAX_VALUE);"),
                Students.main("Asks", "System.out.println(new Socket(\"server\", 5000).getInputStream().read());")))) {
            Program server = scene.launch("server", "Silent");
            Program client = scene.launch("client", "Asks");
            scene.run.until(() -> false, 1_000_000_000);
            assertTrue(server.isWaiting() && client.isWaiting());
            assertEquals(2, server.sockets().size());
            server.stop();
            assertEquals("-1\n", Scene.output(scene.finish(client)));
            assertTrue(server.sockets().isEmpty());
        }
    }
}
