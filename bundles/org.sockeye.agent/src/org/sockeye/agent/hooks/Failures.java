package org.sockeye.agent.hooks;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.util.Arrays;
import org.sockeye.agent.protocol.Reply;
import org.sockeye.agent.protocol.Texts;

/** Turns the network's errors into the exceptions that the library's natives throw for them. */
final class Failures {

    private Failures() {
    }

    private static String name(Reply reply) {
        String text = Texts.text(reply.bytes());
        return text.substring(0, text.indexOf('\0'));
    }

    private static String words(Reply reply) {
        String text = Texts.text(reply.bytes());
        return text.substring(text.indexOf('\0') + 1);
    }

    static boolean isNotConnected(Reply reply) {
        return name(reply).equals("ENOTCONN");
    }

    /** Takes the agent's own frames out of a failure's stack: the program sees what it would see without. */
    static <T extends Throwable> T plain(T failure) {
        StackTraceElement[] stack = failure.getStackTrace();
        int own = 0;
        while (own < stack.length && stack[own].getClassName().startsWith("org.sockeye.agent.")) {
            own++;
        }
        failure.setStackTrace(Arrays.copyOfRange(stack, own, stack.length));
        return failure;
    }

    /** As {@code handleSocketError} in the library's Net.c does. */
    static IOException ofSocket(Reply reply) {
        return plain(socketError(reply));
    }

    private static IOException socketError(Reply reply) {
        String words = words(reply);
        switch (name(reply)) {
            case "EPROTO":
                return new ProtocolException(words);
            case "ECONNREFUSED":
            case "ETIMEDOUT":
            case "ENOTCONN":
                return new ConnectException(words);
            case "EHOSTUNREACH":
                return new NoRouteToHostException(words);
            case "EADDRINUSE":
            case "EADDRNOTAVAIL":
            case "EACCES":
                return new BindException(words);
            default:
                return new SocketException(words);
        }
    }

    /** As reading and writing do. */
    static IOException ofTransfer(Reply reply) {
        return plain(name(reply).equals("ECONNRESET") ? new sun.net.ConnectionResetException("Connection reset")
                : new IOException(words(reply)));
    }

    /** As writing does: a reset has no class of its own there, but the operating system's words. */
    static IOException ofWrite(Reply reply) {
        return plain(new IOException(name(reply).equals("ECONNRESET") ? "Connection reset by peer" : words(reply)));
    }

    /** As datagram sockets do. */
    static IOException ofDatagram(Reply reply) {
        return plain(name(reply).equals("ECONNREFUSED") ? new PortUnreachableException() : socketError(reply));
    }
}
