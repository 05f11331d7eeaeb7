package org.sockeye.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Virtual threads wait in simulated time as others do. */
class VirtualThreadsTest {

    @TempDir
    private static Path folder;
    private static Path classes;

    @BeforeAll
    static void compile() {
        classes = Students.compile(21, folder, Students.main("Sleepers", """
                long start = System.nanoTime();
                Object lock = new Object();
                try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                    for (int i = 1; i <= 5; i++) {
                        int n = i;
                        threads.submit(() -> {
                            Thread.sleep(1000 * n);
                            System.out.println(n + " " + (System.nanoTime() - start));
                            return n;
                        });
                    }
                    threads.submit(() -> {
                        synchronized (lock) {
                            lock.wait(2500);
                        }
                        System.out.println("wait " + (System.nanoTime() - start));
                        return 0;
                    });
                    threads.submit(() -> {
                        LockSupport.parkNanos(10);
                        System.out.println("park " + (System.nanoTime() - start));
                        return 0;
                    });
                }
                """), Students.main("Server", """
                ServerSocket server = new ServerSocket(5000);
                while (true) {
                    Socket client = server.accept();
                    Thread.startVirtualThread(() -> {
                        try (client) {
                            client.setSoTimeout(500);
                            BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream()));
                            PrintWriter out = new PrintWriter(client.getOutputStream(), true);
                            out.println(in.readLine().toUpperCase());
                            in.readLine();
                        } catch (IOException e) {
                            System.out.println(e.getMessage());
                        }
                    });
                }
                """), Students.main("Client", """
                Socket socket = new Socket("server", 5000);
                new PrintWriter(socket.getOutputStream(), true).println("hello");
                BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
                System.out.println(in.readLine());
                System.out.println(in.readLine());
                """));
    }

    @Test
    void sleepsWaitsAndParksAreExact() {
        try (Scene scene = new Scene(JavaHomes.one(), classes)) {
            assertEquals("""
                    park 10
                    1 1000000000
                    2 2000000000
                    wait 2500000000
                    3 3000000000
                    4 4000000000
                    5 5000000000
                    """, scene.outputOf("client", "Sleepers"));
        }
    }

    @Test
    void aServerWithAVirtualThreadForEachConnectionServesAndTimesOut() {
        try (Scene scene = new Scene(JavaHomes.one(), classes)) {
            Program server = scene.launch("server", "Server");
            assertEquals("HELLO\nnull\n", scene.outputOf("client", "Client"));
            assertEquals("Read timed out\n", Scene.output(server));
        }
    }
}
