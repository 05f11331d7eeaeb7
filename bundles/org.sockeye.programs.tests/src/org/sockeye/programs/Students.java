package org.sockeye.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Programs as students write them, compiled for Java 17. */
final class Students {

    /** The textbook pair. */
    static final String TCP_SERVER = """
            import java.io.*;
            import java.net.*;

            class TCPServer {
                public static void main(String argv[]) throws Exception {
                    String clientSentence;
                    String capitalizedSentence;
                    ServerSocket welcomeSocket = new ServerSocket(6789);
                    while (true) {
                        Socket connectionSocket = welcomeSocket.accept();
                        BufferedReader inFromClient =
                            new BufferedReader(new InputStreamReader(connectionSocket.getInputStream()));
                        DataOutputStream outToClient = new DataOutputStream(connectionSocket.getOutputStream());
                        clientSentence = inFromClient.readLine();
                        capitalizedSentence = clientSentence.toUpperCase() + '\\n';
                        outToClient.writeBytes(capitalizedSentence);
                    }
                }
            }
            """;

    static final String TCP_CLIENT = """
            import java.io.*;
            import java.net.*;

            class TCPClient {
                public static void main(String argv[]) throws Exception {
                    String sentence;
                    String modifiedSentence;
                    BufferedReader inFromUser = new BufferedReader(new InputStreamReader(System.in));
                    Socket clientSocket = new Socket("localhost", 6789);
                    DataOutputStream outToServer = new DataOutputStream(clientSocket.getOutputStream());
                    BufferedReader inFromServer =
                        new BufferedReader(new InputStreamReader(clientSocket.getInputStream()));
                    sentence = inFromUser.readLine();
                    outToServer.writeBytes(sentence + '\\n');
                    modifiedSentence = inFromServer.readLine();
                    System.out.println("FROM SERVER: " + modifiedSentence);
                    clientSocket.close();
                }
            }
            """;

    static final String UDP_SERVER = """
            import java.io.*;
            import java.net.*;

            class UDPServer {
                public static void main(String args[]) throws Exception {
                    DatagramSocket serverSocket = new DatagramSocket(9876);
                    byte[] receiveData = new byte[1024];
                    byte[] sendData = new byte[1024];
                    while (true) {
                        DatagramPacket receivePacket = new DatagramPacket(receiveData, receiveData.length);
                        serverSocket.receive(receivePacket);
                        String sentence = new String(receivePacket.getData());
                        InetAddress IPAddress = receivePacket.getAddress();
                        int port = receivePacket.getPort();
                        String capitalizedSentence = sentence.toUpperCase();
                        sendData = capitalizedSentence.getBytes();
                        DatagramPacket sendPacket = new DatagramPacket(sendData, sendData.length, IPAddress, port);
                        serverSocket.send(sendPacket);
                    }
                }
            }
            """;

    static final String UDP_CLIENT = """
            import java.io.*;
            import java.net.*;

            class UDPClient {
                public static void main(String args[]) throws Exception {
                    BufferedReader inFromUser = new BufferedReader(new InputStreamReader(System.in));
                    DatagramSocket clientSocket = new DatagramSocket();
                    InetAddress IPAddress = InetAddress.getByName("localhost");
                    byte[] sendData = new byte[1024];
                    byte[] receiveData = new byte[1024];
                    String sentence = inFromUser.readLine();
                    sendData = sentence.getBytes();
                    DatagramPacket sendPacket = new DatagramPacket(sendData, sendData.length, IPAddress, 9876);
                    clientSocket.send(sendPacket);
                    DatagramPacket receivePacket = new DatagramPacket(receiveData, receiveData.length);
                    clientSocket.receive(receivePacket);
                    String modifiedSentence = new String(receivePacket.getData());
                    System.out.println("FROM SERVER:" + modifiedSentence.trim());
                    clientSocket.close();
                }
            }
            """;

    private static final Pattern CLASS = Pattern.compile("^(?:public )?(?:final )?class (\\w+)", Pattern.MULTILINE);

    private Students() {
    }

    /** A program whose main method has this body; everything is imported, and it may throw what it likes. */
    static String main(String name, String body) {
        return """
                import java.io.*;
                import java.net.*;
                import java.nio.*;
                import java.nio.channels.*;
                import java.time.*;
                import java.util.*;
                import java.util.concurrent.*;
                import java.util.concurrent.locks.*;

                class %s {
                    public static void main(String[] args) throws Exception {
                %s
                    }
                }
                """.formatted(name, body.indent(8));
    }

    /** Compiles sources into a new folder below {@code parent}. */
    static Path compile(Path parent, String... sources) {
        return compile(17, parent, sources);
    }

    /** The same, for a newer Java version. */
    static Path compile(int release, Path parent, String... sources) {
        try {
            Path folder = Files.createTempDirectory(parent, "classes");
            List<String> arguments = new ArrayList<>(
                    List.of("--release", String.valueOf(release), "-nowarn", "-d", folder.toString()));
            for (String source : sources) {
                Matcher name = CLASS.matcher(source);
                name.find();
                Path file = Files.createTempDirectory(parent, "source").resolve(name.group(1) + ".java");
                arguments.add(Files.writeString(file, source).toString());
            }
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            assertEquals(0, compiler.run(null, null, null, arguments.toArray(String[]::new)), "the sources compile");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
