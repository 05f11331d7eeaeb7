package org.sockeye.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockeye.agent.protocol.Portable;

/** Programs run without anything that only Linux has: no /proc, no signals that wake threads, no namespaces. */
class PortableTest {

    @TempDir
    private static Path folder;
    private static Path classes;

    @BeforeAll
    static void compile() {
        System.setProperty(Portable.PROPERTY, "true");
        classes = Students.compile(folder, Students.TCP_SERVER, Students.TCP_CLIENT, Students.main("Waits", """
                long start = System.nanoTime();
                LockSupport.parkNanos(12345678);
                System.out.println("park " + (System.nanoTime() - start));
                Thread.sleep(60000);
                System.out.println("sleep " + (System.nanoTime() - start));
                Object lock = new Object();
                synchronized (lock) {
                    lock.wait(1500);
                }
                System.out.println("wait " + (System.nanoTime() - start));
                new CountDownLatch(1).await(3, TimeUnit.SECONDS);
                System.out.println("latch " + (System.nanoTime() - start));
                ServerSocket server = new ServerSocket(6000);
                server.setSoTimeout(700);
                try {
                    server.accept();
                } catch (SocketTimeoutException e) {
                    System.out.println(e.getMessage() + " " + (System.nanoTime() - start));
                }
                DatagramSocket datagrams = new DatagramSocket(6001);
                datagrams.setSoTimeout(800);
                try {
                    datagrams.receive(new DatagramPacket(new byte[10], 10));
                } catch (SocketTimeoutException e) {
                    System.out.println(e.getMessage() + " " + (System.nanoTime() - start));
                }
                java.nio.channels.Selector selector = java.nio.channels.Selector.open();
                System.out.println(selector.select(900) + " selected " + (System.nanoTime() - start));
                """), Students.main("Closes", """
                ServerSocket server = new ServerSocket(6000);
                Thread blocked = new Thread(() -> {
                    try {
                        server.accept();
                    } catch (IOException e) {
                        System.out.println(e.getMessage());
                    }
                });
                blocked.start();
                Thread.sleep(100);
                server.close();
                blocked.join();
                """), Students.main("Chain", """
                BlockingQueue<Integer> ping = new LinkedBlockingQueue<>();
                BlockingQueue<Integer> pong = new LinkedBlockingQueue<>();
                Thread other = new Thread(() -> {
                    try {
                        while (true) {
                            pong.put(ping.take() + 1);
                        }
                    } catch (InterruptedException e) {
                    }
                });
                other.setDaemon(true);
                other.start();
                long start = System.nanoTime();
                int count = 0;
                for (int i = 0; i < 20; i++) {
                    ping.put(count);
                    count = pong.poll(1, TimeUnit.SECONDS);
                    Thread.sleep(50);
                }
                System.out.println(count + " " + (System.nanoTime() - start));
                """));
    }

    @AfterAll
    static void again() {
        System.clearProperty(Portable.PROPERTY);
    }

    static List<String> java() {
        return JavaHomes.both();
    }

    @ParameterizedTest
    @MethodSource("java")
    void waitsTakeExactlyAsLongAsTheySay(String java) {
        try (Scene scene = new Scene(java, classes)) {
            assertEquals("""
                    park 12345678
                    sleep 60012345678
                    wait 61512345678
                    latch 64512345678
                    Accept timed out 65212345678
                    Receive timed out 66012345678
                    0 selected 66912345678
                    """, scene.outputOf("client", "Waits"));
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void theTextbookPairWorksAndEnds(String java) {
        try (Scene scene = new Scene(java, classes)) {
            scene.launch("server", "TCPServer");
            assertEquals("FROM SERVER: HELLO\n", scene.outputOf("client", "TCPClient", "hello"));
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void closingASocketWakesWhoeverIsBlockedInIt(String java) {
        try (Scene scene = new Scene(java, classes)) {
            assertEquals("Socket closed\n", scene.outputOf("server", "Closes"));
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void threadsThatWakeEachOtherLoseNoTime(String java) {
        try (Scene scene = new Scene(java, classes)) {
            assertEquals("20 1000000000\n", scene.outputOf("client", "Chain"));
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void whatWaitsForNothingIsADeadlock(String java) {
        try (Scene scene = new Scene(java, classes)) {
            Program server = scene.launch("server", "TCPServer");
            assertInstanceOf(Ending.Deadlock.class, scene.run.untilEnded(server));
        }
    }
}
