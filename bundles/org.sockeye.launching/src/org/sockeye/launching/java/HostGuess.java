package org.sockeye.launching.java;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.jdt.core.IType;
import org.eclipse.jdt.core.JavaModelException;

/** Guesses on which host a program belongs: one that waits for others on the server, any other on the client. */
public final class HostGuess {

    private static final Pattern WAITS = Pattern.compile(
            "new\\s+ServerSocket\\b|ServerSocketChannel\\s*\\.\\s*open|HttpServer\\s*\\.\\s*create"
                    + "|new\\s+(Datagram|Multicast)Socket\\s*\\(\\s*[^)\\s]");

    private HostGuess() {
    }

    /**
     * The most likely of the hosts.
     *
     * @param hosts not empty
     */
    public static String of(IType type, List<String> hosts) {
        String wanted = isServer(type) ? "server" : "client";
        return hosts.stream().filter(wanted::equalsIgnoreCase).findFirst().orElse(hosts.get(0));
    }

    private static boolean isServer(IType type) {
        String name = type.getElementName().toLowerCase(Locale.ROOT);
        if (name.contains("server")) {
            return true;
        }
        return !name.contains("client") && WAITS.matcher(source(type)).find();
    }

    private static String source(IType type) {
        try {
            String source = type.getSource();
            return source == null ? "" : source;
        } catch (JavaModelException e) {
            return "";
        }
    }
}
