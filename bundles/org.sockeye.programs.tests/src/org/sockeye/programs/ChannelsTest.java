package org.sockeye.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the library builds upon its own sockets: channels, selectors, a web server and its clients. */
class ChannelsTest {

    @TempDir
    private static Path folder;
    private static Path classes;

    @BeforeAll
    static void compile() {
        classes = Students.compile(folder,
                Students.main("Second", """
                        System.setProperty("java.nio.channels.spi.SelectorProvider",
                                "sun.nio.ch.PollSelectorProvider");
                        long start = System.nanoTime();
                        Selector selector = Selector.open();
                        System.out.println(selector.select(600_000) + " " + (System.nanoTime() - start));
                        System.out.println(selector.getClass().getSimpleName());
                        """),
                Students.main("Channels", """
                        Selector selector = Selector.open();
                        ServerSocketChannel server = ServerSocketChannel.open().bind(new InetSocketAddress(5000));
                        server.configureBlocking(false);
                        server.register(selector, SelectionKey.OP_ACCEPT);
                        SocketChannel client = SocketChannel.open();
                        client.configureBlocking(false);
                        client.connect(new InetSocketAddress(InetAddress.getLocalHost(), 5000));
                        client.register(selector, SelectionKey.OP_CONNECT);
                        long start = System.nanoTime();
                        boolean done = false;
                        while (!done) {
                            selector.select(10_000);
                            for (var keys = selector.selectedKeys().iterator(); keys.hasNext();) {
                                SelectionKey key = keys.next();
                                keys.remove();
                                if (key.isAcceptable()) {
                                    SocketChannel accepted = server.accept();
                                    accepted.configureBlocking(false);
                                    accepted.register(selector, SelectionKey.OP_READ, "server");
                                } else if (key.isConnectable()) {
                                    client.finishConnect();
                                    client.write(new ByteBuffer[] {ByteBuffer.wrap("hello ".getBytes()),
                                        ByteBuffer.wrap("world".getBytes())});
                                    key.interestOps(SelectionKey.OP_READ);
                                } else if (key.isReadable()) {
                                    ByteBuffer buffer = ByteBuffer.allocate(100);
                                    SocketChannel channel = (SocketChannel) key.channel();
                                    channel.read(buffer);
                                    buffer.flip();
                                    if (key.attachment() == null) {
                                        System.out.println(new String(buffer.array(), 0, buffer.limit()));
                                        done = true;
                                    } else {
                                        channel.write(buffer);
                                    }
                                }
                            }
                        }
                        long before = System.nanoTime();
                        System.out.println(selector.select(5000) + " after " + (System.nanoTime() - before));
                        DatagramChannel datagrams = DatagramChannel.open().bind(new InetSocketAddress(4000));
                        datagrams.send(ByteBuffer.wrap("datagram".getBytes()),
                            new InetSocketAddress(InetAddress.getLocalHost(), 4000));
                        ByteBuffer got = ByteBuffer.allocate(100);
                        System.out.println(datagrams.receive(got) + " " + got.position());
                        """),
                Students.main("Asynchronous", """
                        AsynchronousServerSocketChannel server = AsynchronousServerSocketChannel.open()
                            .bind(new InetSocketAddress(5000));
                        Future<AsynchronousSocketChannel> accepting = server.accept();
                        AsynchronousSocketChannel client = AsynchronousSocketChannel.open();
                        client.connect(new InetSocketAddress("client", 5000)).get();
                        AsynchronousSocketChannel accepted = accepting.get();
                        ByteBuffer buffer = ByteBuffer.allocate(100);
                        Future<Integer> reading = accepted.read(buffer);
                        client.write(ByteBuffer.wrap("asynchronous".getBytes())).get();
                        System.out.println(reading.get() + " " + new String(buffer.array(), 0, buffer.position()));
                        try {
                            AsynchronousSocketChannel.open().connect(new InetSocketAddress("server", 81)).get();
                        } catch (ExecutionException e) {
                            System.out.println(e.getCause());
                        }
                        """),
                Students.main("Web", """
                        var server = com.sun.net.httpserver.HttpServer.create(new InetSocketAddress(8080), 0);
                        server.createContext("/", exchange -> {
                            byte[] body = ("you asked for " + exchange.getRequestURI()).getBytes();
                            exchange.sendResponseHeaders(200, body.length);
                            exchange.getResponseBody().write(body);
                            exchange.close();
                        });
                        server.start();
                        """),
                Students.main("Browser",
                        """
                                try (InputStream in = new URL("http://server:8080/old").openStream()) {
                                    System.out.println(new String(in.readAllBytes()));
                                }
                                var client = java.net.http.HttpClient.newHttpClient();
                                var request = java.net.http.HttpRequest.newBuilder(URI.create("http://server:8080/new")).build();
                                var response = client.send(request, java.net.http.HttpResponse.BodyHandlers.ofString());
                                System.out.println(response.statusCode() + " " + response.body());
                                System.exit(0);
                                """),
                Students.main("Files", """
                        File file = File.createTempFile("sent", ".bin");
                        byte[] bytes = new byte[300_000];
                        new Random(1).nextBytes(bytes);
                        try (FileOutputStream out = new FileOutputStream(file)) {
                            out.write(bytes);
                        }
                        ServerSocketChannel server = ServerSocketChannel.open().bind(new InetSocketAddress(5000));
                        SocketChannel client = SocketChannel.open(new InetSocketAddress("client", 5000));
                        SocketChannel accepted = server.accept();
                        Thread sender = new Thread(() -> {
                            try (FileChannel in = new FileInputStream(file).getChannel(); client) {
                                for (long sent = 0; sent < file.length();) {
                                    sent += in.transferTo(sent, file.length() - sent, client);
                                }
                            } catch (IOException e) {
                                e.printStackTrace();
                            }
                        });
                        sender.start();
                        byte[] got = accepted.socket().getInputStream().readAllBytes();
                        System.out.println(got.length + " " + Arrays.equals(bytes, got));
                        file.delete();
                        """));
    }

    static List<String> java() {
        return JavaHomes.both();
    }

    @ParameterizedTest
    @MethodSource("java")
    void channelsAndSelectorsWork(String java) {
        try (Scene scene = new Scene(java, classes)) {
            assertEquals("hello world\n0 after 5000000000\n/10.0.1.2:4000 8\n", scene.outputOf("client", "Channels"));
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void asynchronousChannelsWork(String java) {
        try (Scene scene = new Scene(java, classes)) {
            assertEquals("12 asynchronous\njava.net.ConnectException: Connection refused\n",
                    scene.outputOf("client", "Asynchronous"));
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void theLibrarysWebServerAndItsClientsWork(String java) {
        try (Scene scene = new Scene(java, classes)) {
            scene.launch("server", "Web");
            assertEquals("you asked for /old\n200 you asked for /new\n", scene.outputOf("client", "Browser"));
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void aSelectorThatIsNotTheFirstChoiceWaitsInSimulatedTimeToo(String java) {
        try (Scene scene = new Scene(java, classes)) {
            assertEquals("0 600000000000\nPollSelectorImpl\n", scene.outputOf("client", "Second"));
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void aFileIsTransferredThroughAChannel(String java) {
        try (Scene scene = new Scene(java, classes)) {
            assertEquals("300000 true\n", scene.outputOf("client", "Files"));
        }
    }
}
