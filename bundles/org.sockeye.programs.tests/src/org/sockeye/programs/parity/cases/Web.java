package org.sockeye.programs.parity.cases;

import com.sun.net.httpserver.HttpServer;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The library's web server and clients. */
final class Web {

    private Web() {
    }

    /** A server that says what it was asked. */
    private static HttpServer server() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            byte[] asked = exchange.getRequestBody().readAllBytes();
            byte[] body = (exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + new String(asked))
                    .getBytes();
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/missing") ? 404 : 200,
                    body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/slow", exchange -> {
            try {
                Thread.sleep(1000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static URI uri(HttpServer server, String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    static void theOldClient(Report report) throws Exception {
        HttpServer server = server();
        HttpURLConnection connection = (HttpURLConnection) uri(server, "/old?q=1").toURL().openConnection();
        report.say("code", connection.getResponseCode() + " " + connection.getResponseMessage());
        report.say("body", new String(connection.getInputStream().readAllBytes()));
        HttpURLConnection posting = (HttpURLConnection) uri(server, "/post").toURL().openConnection();
        posting.setDoOutput(true);
        posting.getOutputStream().write("some text".getBytes());
        report.say("body", new String(posting.getInputStream().readAllBytes()));
        HttpURLConnection missing = (HttpURLConnection) uri(server, "/missing").toURL().openConnection();
        report.outcome("missing", () -> missing.getInputStream().read());
        report.say("error", new String(missing.getErrorStream().readAllBytes()));
        server.stop(0);
    }

    static void theNewClient(Report report) throws Exception {
        HttpServer server = server();
        HttpClient client = HttpClient.newHttpClient();
        for (String path : new String[] { "/new", "/missing" }) {
            HttpResponse<String> response = client.send(HttpRequest.newBuilder(uri(server, path)).build(),
                    HttpResponse.BodyHandlers.ofString());
            report.say("answer", response.statusCode() + " " + response.body() + " " + response.version());
        }
        HttpResponse<String> posted = client.send(HttpRequest.newBuilder(uri(server, "/post"))
                .POST(HttpRequest.BodyPublishers.ofString("text")).build(), HttpResponse.BodyHandlers.ofString());
        report.say("posted", posted.body());
        report.say("later", client.sendAsync(HttpRequest.newBuilder(uri(server, "/later")).build(),
                HttpResponse.BodyHandlers.ofString()).get().body());
        server.stop(0);
    }

    static void clientsDoNotWaitForEver(Report report) throws Exception {
        HttpServer server = server();
        HttpRequest slow = HttpRequest.newBuilder(uri(server, "/slow")).timeout(Duration.ofMillis(100)).build();
        report.outcome("new", () -> HttpClient.newHttpClient().send(slow, HttpResponse.BodyHandlers.ofString()));
        HttpURLConnection connection = (HttpURLConnection) uri(server, "/slow").toURL().openConnection();
        connection.setReadTimeout(100);
        report.outcome("old", connection::getResponseCode);
        server.stop(0);
    }

    static void nobodyServes(Report report) throws Exception {
        URI nowhere = URI.create("http://127.0.0.1:" + Refusals.free() + "/");
        report.outcome("new", () -> HttpClient.newHttpClient().send(HttpRequest.newBuilder(nowhere).build(),
                HttpResponse.BodyHandlers.ofString()));
        report.outcome("old", () -> nowhere.toURL().openStream());
        report.outcome("unknown", () -> URI.create("http://no-such-host.invalid/").toURL().openStream());
        report.outcome("unknown to the new", () -> HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create("http://no-such-host.invalid/")).build(),
                HttpResponse.BodyHandlers.ofString()));
    }

    static void aServerThatHangsUp(Report report) throws Exception {
        try (ServerSocket server = new ServerSocket(0)) {
            Thread hanging = new Thread(() -> {
                try {
                    while (true) {
                        Socket socket = server.accept();
                        socket.getInputStream().read(new byte[1000]);
                        socket.close();
                    }
                } catch (Exception e) {
                    // It has been closed.
                }
            });
            hanging.start();
            URI uri = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
            report.outcome("old", () -> uri.toURL().openStream());
            report.outcome("new", () -> HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(),
                    HttpResponse.BodyHandlers.ofString()));
        }
    }

    static void byHand(Report report) throws Exception {
        HttpServer server = server();
        try (Socket socket = new Socket("127.0.0.1", server.getAddress().getPort())) {
            socket.getOutputStream().write("GET /hand HTTP/1.0\r\n\r\n".getBytes());
            String answer = new String(socket.getInputStream().readAllBytes());
            report.say("first line", answer.substring(0, answer.indexOf('\r')));
            report.say("body", answer.substring(answer.indexOf("\r\n\r\n") + 4));
        }
        server.stop(0);
    }
}
