package org.sockeye.programs;

import java.util.ArrayList;
import java.util.List;
import org.sockeye.stack.socket.DatagramSocket;
import org.sockeye.stack.socket.Socket;
import org.sockeye.stack.socket.StreamSocket;

/** Which bytes a program's sockets hold that are on their way from program to program. */
final class Unread {

    private Unread() {
    }

    /** In words, such as "3 bytes unread at 10.0.2.2:6789"; nothing about sockets that hold none. */
    static List<String> of(List<Socket> sockets) {
        List<String> words = new ArrayList<>();
        for (Socket socket : sockets) {
            switch (socket) {
                case StreamSocket stream -> {
                    if (stream.available() > 0) {
                        words.add(bytes(stream.available()) + " unread at " + stream.local());
                    }
                    if (stream.unacknowledged() > 0) {
                        words.add(bytes(stream.unacknowledged()) + " of " + stream.local()
                                + " not yet taken by its peer");
                    }
                }
                case DatagramSocket datagrams -> {
                    if (datagrams.isReadable()) {
                        words.add("datagrams unread at " + datagrams.local());
                    }
                }
            }
        }
        return words;
    }

    private static String bytes(int number) {
        return number == 1 ? "1 byte" : number + " bytes";
    }
}
