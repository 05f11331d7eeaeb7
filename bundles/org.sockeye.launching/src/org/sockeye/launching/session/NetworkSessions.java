package org.sockeye.launching.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;
import org.jspecify.annotations.Nullable;
import org.sockeye.launching.Messages;
import org.sockeye.programs.ExternalProgram;
import org.sockeye.programs.ProgramSpec;

/** Holds the workbench's network: the last one opened, running or not. Safe for any thread. */
public final class NetworkSessions {

    private static final NetworkSessions WORKBENCH = new NetworkSessions();

    private final List<SessionListener> listeners = new CopyOnWriteArrayList<>();
    private final Object launching = new Object();
    private @Nullable NetworkSession current;

    private NetworkSessions() {
    }

    /** The one of this workbench. */
    public static NetworkSessions workbench() {
        return WORKBENCH;
    }

    public synchronized Optional<NetworkSession> current() {
        return Optional.ofNullable(current);
    }

    /**
     * Prepares a host for a program that the caller will start: on the running network, or on a new one if no program
     * runs any more. May wait for other launches.
     *
     * @param name what to call it; a number is added if the name is taken
     * @throws CoreException with one sentence: another network is running, there is no such host, ...
     */
    public Expected expect(NetworkSettings settings, String name, ProgramSpec spec) throws CoreException {
        synchronized (launching) {
            NetworkSession session = join(settings);
            return new Expected(session, session.expect(name, spec));
        }
    }

    /**
     * A program that is about to be started.
     *
     * @param session its network
     * @param program what to start it with
     */
    public record Expected(NetworkSession session, ExternalProgram program) {
    }

    /** Ends the network, if one is running. May wait for debuggers. */
    public void stop() {
        current().ifPresent(NetworkSession::stop);
    }

    /** Ends the network and waits until nothing of it is left, as before the workbench ends. */
    public void shutDown() {
        current().ifPresent(session -> {
            session.stop();
            session.awaitEnd(Duration.ofSeconds(2));
        });
    }

    public void addListener(SessionListener listener) {
        listeners.add(listener);
    }

    public void removeListener(SessionListener listener) {
        listeners.remove(listener);
    }

    private NetworkSession join(NetworkSettings settings) throws CoreException {
        NetworkSession last = current().orElse(null);
        if (last != null && last.isBusy()) {
            if (last.settings().equals(settings)) {
                return last;
            }
            throw new CoreException(Status.error(
                    NLS.bind(Messages.otherNetwork, last.settings().topology(), settings.topology())));
        }
        NetworkSession opened = NetworkSession.open(settings,
                session -> listeners.forEach(listener -> listener.changed(session)));
        if (last != null) {
            last.stop();
        }
        synchronized (this) {
            current = opened;
        }
        listeners.forEach(listener -> listener.opened(opened));
        opened.start();
        return opened;
    }
}
