package org.sockeye.programs.parity.cases;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** How long calls wait, and what they say when that was too long. */
final class TimeLimits {

    private TimeLimits() {
    }

    static void aReadWaitsNoLonger(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            pair.client.setSoTimeout(50);
            long start = System.nanoTime();
            report.outcome("read", () -> pair.client.getInputStream().read());
            report.say("waited", System.nanoTime() - start >= 49_000_000);
            pair.toClient("late");
            report.say("afterwards", Pair.read(pair.client, 4));
            report.say("limit", pair.client.getSoTimeout());
        }
    }

    static void anAcceptWaitsNoLonger(Report report) throws Exception {
        try (ServerSocket server = new ServerSocket(0)) {
            server.setSoTimeout(50);
            report.outcome("accept", server::accept);
            report.outcome("accept again", server::accept);
            try (Socket client = new Socket("localhost", server.getLocalPort())) {
                report.say("afterwards", server.accept().isConnected());
            }
            report.say("limit", server.getSoTimeout());
        }
    }

    static void aReceiveWaitsNoLonger(Report report) throws Exception {
        try (DatagramSocket socket = new DatagramSocket(0)) {
            socket.setSoTimeout(50);
            report.attempt("receive", () -> socket.receive(new DatagramPacket(new byte[10], 10)));
            report.say("limit", socket.getSoTimeout());
        }
    }

    static void aConnectWaitsNoLonger(Report report) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1)) {
            InetSocketAddress address = new InetSocketAddress("127.0.0.1", server.getLocalPort());
            new Socket().connect(address);
            new Socket().connect(address);
            Socket late = new Socket();
            report.attempt("connect", () -> late.connect(address, 200));
            report.say("closed", late.isClosed());
            report.attempt("again", () -> late.connect(address, 200));
        }
    }

    static void noLimitIsZero(Report report) throws Exception {
        try (Socket socket = new Socket();
                ServerSocket server = new ServerSocket(0);
                DatagramSocket datagrams = new DatagramSocket()) {
            report.say("limits", socket.getSoTimeout() + " " + server.getSoTimeout() + " " + datagrams.getSoTimeout());
            report.attempt("negative", () -> socket.setSoTimeout(-1));
            report.attempt("negative server", () -> server.setSoTimeout(-1));
            report.attempt("negative datagrams", () -> datagrams.setSoTimeout(-1));
        }
    }

    static void theLimitIsOfEachRead(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            pair.server.setSoTimeout(400);
            Thread writer = new Thread(() -> {
                try {
                    for (int i = 0; i < 4; i++) {
                        Thread.sleep(150);
                        pair.client.getOutputStream().write('a' + i);
                    }
                } catch (Exception e) {
                    report.say("writer", Report.text(e));
                }
            });
            writer.start();
            report.outcome("read", () -> Pair.read(pair.server, 4));
            writer.join();
        }
    }

    static void bufferedInputSurvivesATimeLimit(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            pair.server.setSoTimeout(50);
            var in = new java.io.BufferedReader(new java.io.InputStreamReader(pair.server.getInputStream()));
            pair.toServer("half");
            report.outcome("line", in::readLine);
            pair.toServer(" whole\n");
            report.outcome("line", in::readLine);
        }
    }

    static void aLimitSetWhileReadingIsForTheNextRead(Report report) throws Exception {
        try (Pair pair = new Pair()) {
            Thread reader = new Thread(() -> report.outcome("read", () -> pair.server.getInputStream().read()));
            reader.start();
            Pair.settle();
            pair.server.setSoTimeout(10);
            Thread.sleep(100);
            pair.toServer("x");
            reader.join();
        }
    }
}
