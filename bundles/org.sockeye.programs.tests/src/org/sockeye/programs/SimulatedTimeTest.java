package org.sockeye.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A program's clocks and waits follow the network's clock, to the nanosecond. */
class SimulatedTimeTest {

    /** Prints how long each kind of wait took, in nanoseconds. */
    private static final String WAITS = """
            import java.net.*;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.concurrent.locks.*;

            class Waits {
                interface Action { void run() throws Exception; }

                static class Sleeper extends Thread {
                    public void run() {
                        try {
                            sleep(250);
                        } catch (InterruptedException e) {
                            System.out.println(e.getMessage());
                        }
                    }
                }

                static void time(String what, Action action) throws Exception {
                    long start = System.nanoTime();
                    try {
                        action.run();
                    } catch (Exception e) {
                        what += " (" + e + ")";
                    }
                    System.out.println(what + " " + (System.nanoTime() - start));
                }

                public static void main(String[] args) throws Exception {
                    Object lock = new Object();
                    time("park", () -> LockSupport.parkNanos(12345678));
                    time("parkUntil", () -> LockSupport.parkUntil(System.currentTimeMillis() + 7));
                    time("sleep", () -> Thread.sleep(60000));
                    time("sleep with nanoseconds", () -> Thread.sleep(1, 500));
                    time("wait", () -> { synchronized (lock) { lock.wait(1500); } });
                    time("TimeUnit", () -> TimeUnit.MINUTES.sleep(2));
                    time("join", () -> { Thread t = new Sleeper(); t.start(); t.join(); });
                    time("join with a limit", () -> { Thread t = new Sleeper(); t.start(); t.join(100); });
                    time("interrupt", () -> { Thread t = new Sleeper(); t.start(); Thread.sleep(50); t.interrupt(); t.join(); });
                    time("latch", () -> new CountDownLatch(1).await(3, TimeUnit.SECONDS));
                    time("queue", () -> new LinkedBlockingQueue<String>().poll(4, TimeUnit.SECONDS));
                    ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
                    time("scheduler", () -> scheduler.schedule(() -> { }, 5, TimeUnit.SECONDS).get());
                    scheduler.shutdown();
                    time("orTimeout", () -> new CompletableFuture<String>().orTimeout(6, TimeUnit.SECONDS).get());
                    Timer timer = new Timer();
                    CountDownLatch fired = new CountDownLatch(1);
                    timer.schedule(new TimerTask() { public void run() { fired.countDown(); } }, 2000);
                    time("timer", () -> fired.await());
                    timer.cancel();
                    DatagramSocket datagrams = new DatagramSocket();
                    datagrams.setSoTimeout(60000);
                    time("receive", () -> datagrams.receive(new DatagramPacket(new byte[10], 10)));
                    ServerSocket server = new ServerSocket(5000);
                    server.setSoTimeout(100);
                    time("accept", () -> server.accept());
                    time("connect", () -> new Socket().connect(new InetSocketAddress("10.0.2.77", 80), 900));
                    Socket client = new Socket(InetAddress.getLocalHost(), 5000);
                    client.setSoTimeout(20000);
                    time("read", () -> client.getInputStream().read());
                    System.out.println(new java.util.Date(System.currentTimeMillis() / 1000 * 1000).toInstant());
                }
            }
            """;

    private static final String EXPECTED = """
            park 12345678
            parkUntil 6654322
            sleep 60000000000
            sleep with nanoseconds 1000500
            wait 1500000000
            TimeUnit 120000000000
            join 250000000
            join with a limit 100000000
            sleep interrupted
            interrupt 50000000
            latch 3000000000
            queue 4000000000
            scheduler 5000000000
            orTimeout (java.util.concurrent.ExecutionException: java.util.concurrent.TimeoutException) 6000000000
            timer 2000000000
            receive (java.net.SocketTimeoutException: Receive timed out) 60000000000
            accept (java.net.SocketTimeoutException: Accept timed out) 100000000
            connect (java.net.SocketTimeoutException: Connect timed out) 900000000
            read (java.net.SocketTimeoutException: Read timed out) 20000000000
            2026-01-01T00:04:42Z
            """;

    @TempDir
    private static Path folder;
    private static Path classes;

    @BeforeAll
    static void compile() {
        classes = Students.compile(folder, WAITS, Students.main("Spins", """
                long start = System.nanoTime();
                int looks = 0;
                while (System.nanoTime() - start < 1_000_000) {
                    looks++;
                }
                System.out.println(looks);
                """), Students.main("SpinsLong", """
                long start = System.currentTimeMillis();
                while (System.currentTimeMillis() - start < 60_000) {
                }
                System.out.println("a minute later");
                """), Students.main("Polls", """
                ServerSocketChannel server = ServerSocketChannel.open().bind(new InetSocketAddress(4000));
                server.configureBlocking(false);
                SocketChannel client = SocketChannel.open(new InetSocketAddress("10.0.1.2", 4000));
                while (server.accept() == null) {
                    Thread.yield();
                }
                System.out.println("accepted");
                """), Students.main("Asks", """
                ServerSocket server = new ServerSocket(4000);
                Socket client = new Socket("10.0.1.2", 4000);
                Socket peer = server.accept();
                new Thread(() -> {
                    try {
                        Thread.sleep(30000);
                        peer.getOutputStream().write(1);
                    } catch (Exception e) {
                        e.printStackTrace();
                    }
                }).start();
                while (client.getInputStream().available() == 0) {
                }
                System.out.println("something has come");
                """), Students.main("Spinners", """
                ServerSocket server = new ServerSocket(4000);
                Socket waits = new Socket("client", 4000);
                Socket accepted = server.accept();
                Thread late = new Thread(() -> {
                    try {
                        for (int i = 0; i < 3; i++) {
                            Thread.sleep(5);
                            accepted.getOutputStream().write(i);
                        }
                    } catch (Exception e) {
                        e.printStackTrace();
                    }
                });
                late.start();
                while (waits.getInputStream().available() == 0) {
                }
                System.out.println("available " + waits.getInputStream().read());
                SocketChannel client = SocketChannel.open(new InetSocketAddress("client", 4000));
                SocketChannel other = SocketChannel.open(new InetSocketAddress("client", 4000));
                client.configureBlocking(false);
                Socket from = server.accept();
                Thread later = new Thread(() -> {
                    try {
                        Thread.sleep(5);
                        from.getOutputStream().write(7);
                        Thread.sleep(5);
                        from.getOutputStream().write(8);
                    } catch (Exception e) {
                        e.printStackTrace();
                    }
                });
                later.start();
                ByteBuffer buffer = ByteBuffer.allocate(10);
                while (client.read(buffer) == 0) {
                }
                System.out.println("read " + buffer.get(0));
                Selector selector = Selector.open();
                client.register(selector, SelectionKey.OP_READ | SelectionKey.OP_WRITE);
                boolean read = false;
                while (!read) {
                    selector.select();
                    for (SelectionKey key : selector.selectedKeys()) {
                        read |= key.isReadable();
                    }
                    selector.selectedKeys().clear();
                }
                client.read(buffer);
                System.out.println("selected " + buffer.get(1));
                """), """
                class Overrides extends Thread {
                    public static void main(String[] args) throws Exception {
                        Overrides thread = new Overrides();
                        thread.start();
                        Thread.sleep(3000);
                        thread.interrupt();
                        thread.join();
                    }

                    @Override
                    public void interrupt() {
                        System.out.println("my own interrupt");
                        super.interrupt();
                    }

                    @Override
                    public void run() {
                        try {
                            synchronized (this) {
                                wait(1000);
                                System.out.println("waited " + isInterrupted());
                                wait(60000);
                            }
                        } catch (InterruptedException e) {
                            System.out.println("interrupted");
                        }
                    }
                }
                """, Students.main("Parent", """
                Process child = new ProcessBuilder("sh", "-c", "sleep 0.3; echo from the child").start();
                Thread other = new Thread(() -> {
                    try {
                        Thread.sleep(1);
                        System.out.println("later");
                    } catch (InterruptedException e) {
                    }
                });
                System.out.println(child.waitFor());
                other.start();
                System.out.println(new String(child.getInputStream().readAllBytes()).strip());
                other.join();
                """), Students.main("Random", """
                System.out.println(new java.util.Random().nextInt() + " " + ThreadLocalRandom.current().nextInt());
                """), Students.main("Monitors", """
                Object lock = new Object();
                Thread holder = new Thread(() -> {
                    synchronized (lock) {
                        try {
                            Thread.sleep(5000);
                        } catch (InterruptedException e) {
                        }
                    }
                });
                holder.start();
                Thread.sleep(1000);
                long start = System.nanoTime();
                synchronized (lock) {
                    System.out.println(System.nanoTime() - start);
                }
                """), Students.main("Pool", """
                ExecutorService pool = Executors.newFixedThreadPool(3);
                for (int i = 0; i < 3; i++) {
                    int n = i;
                    pool.submit(() -> {
                        Thread.sleep(1000 * n + 1000);
                        System.out.println("task " + n);
                        return n;
                    });
                }
                pool.shutdown();
                """));
    }

    static List<String> java() {
        return JavaHomes.both();
    }

    @ParameterizedTest
    @MethodSource("java")
    void everyWaitTakesExactlyAsLongAsItSays(String java) {
        try (Scene scene = new Scene(java, classes)) {
            assertEquals(EXPECTED, scene.outputOf("client", "Waits"));
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void aProgramThatOnlyLooksAtTheClockIsChargedForItAndGoesOn(String java) {
        try (Scene scene = new Scene(java, classes)) {
            assertEquals("200008\n".length(), scene.outputOf("client", "Spins").length());
            assertEquals(0.001, scene.seconds(), 1e-9);
        }
    }

    @Test
    void aMinuteOfLookingAtTheClockEnds() {
        try (Scene scene = new Scene(JavaHomes.one(), classes)) {
            assertEquals("a minute later\n", scene.outputOf("client", "SpinsLong"));
            assertEquals(60, scene.seconds(), 0.01);
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void aProgramThatPollsWithoutEverWaitingStillGetsItsConnection(String java) {
        try (Scene scene = new Scene(java, classes)) {
            assertEquals("accepted\n", scene.outputOf("client", "Polls"));
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void aProgramThatAsksWithoutEndWhetherSomethingHasComeLivesToSeeIt(String java) {
        try (Scene scene = new Scene(java, classes)) {
            assertEquals("something has come\n", scene.outputOf("client", "Asks"));
            assertEquals(30, scene.seconds(), 0.1);
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void aProgramThatLooksAgainAndAgainWhetherThereIsSomethingToReadGetsIt(String java) {
        try (Scene scene = new Scene(java, classes)) {
            assertEquals("available 0\nread 7\nselected 8\n", scene.outputOf("client", "Spinners"));
            assertEquals(0.02, scene.seconds(), 0.02);
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void theEndOfAWaitIsNoInterruptEvenWhereAThreadHasAnInterruptOfItsOwn(String java) {
        try (Scene scene = new Scene(java, classes)) {
            assertEquals("waited false\nmy own interrupt\ninterrupted\n", scene.outputOf("client", "Overrides"));
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void aChildProcessHoldsTheClock(String java) {
        try (Scene scene = new Scene(java, classes)) {
            assertEquals("0\nfrom the child\nlater\n", scene.outputOf("client", "Parent"));
            assertEquals(0.001, scene.seconds());
        }
    }

    @Test
    void unseededRandomNumbersRepeatBecauseTheClockDoes() {
        assertEquals(once("Random"), once("Random"));
    }

    private static String once(String main) {
        try (Scene scene = new Scene(JavaHomes.one(), classes)) {
            return scene.outputOf("client", main);
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void aThreadThatSleepsInsideAMonitorKeepsOthersOutAndNotTheClock(String java) {
        try (Scene scene = new Scene(java, classes)) {
            assertEquals("4000000000\n", scene.outputOf("client", "Monitors"));
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void aProgramWhoseMainMethodHasReturnedLivesOnInItsThreads(String java) {
        try (Scene scene = new Scene(java, classes)) {
            assertEquals("task 0\ntask 1\ntask 2\n", scene.outputOf("client", "Pool"));
            assertTrue(scene.seconds() >= 3);
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void aRunMaySetTheDate(String java) {
        RunOptions usual = Scene.options();
        RunOptions options = new RunOptions(usual.topology(), 1, 0, usual.localhost(), usual.simulatedLimit(),
                usual.wallLimit(), Instant.parse("2031-12-31T23:59:59.250Z"));
        String dates = Students.main("Dates", "System.out.println(Instant.now());\nThread.sleep(750);\n"
                + "System.out.println(LocalDate.now(ZoneOffset.UTC) + \" \" + System.currentTimeMillis());");
        try (Scene scene = new Scene(java, Students.compile(folder, "import java.time.*;\n" + dates), options)) {
            assertEquals("2031-12-31T23:59:59.250Z\n2032-01-01 1956528000000\n", scene.outputOf("client", "Dates"));
        }
    }
}
