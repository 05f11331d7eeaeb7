package org.sockeye.ui.network;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.osgi.util.NLS;
import org.sockeye.inspect.NetworkPicture;
import org.sockeye.inspect.SimulatedTime;
import org.sockeye.launching.LaunchAttributes;
import org.sockeye.launching.session.NetworkSession;
import org.sockeye.launching.session.NetworkSettings;
import org.sockeye.launching.session.ProgramState;

/** Makes what the view draws: of the network that is or was running, or of the one that a launch would start. */
final class NetworkModels {

    private NetworkModels() {
    }

    static NetworkModel of(Optional<NetworkSession> session) {
        return session.map(NetworkModels::of).orElseGet(NetworkModels::idle);
    }

    private static NetworkModel of(NetworkSession session) {
        if (!session.problem().isEmpty()) {
            return new NetworkModel(NetworkPicture.of(session.topology()), session.programs(), session.problem());
        }
        String state = !session.isBusy() ? Messages.stopped
                : session.programs().stream().filter(ProgramState::isAlive).allMatch(ProgramState::waiting)
                        ? Messages.waiting
                        : Messages.running;
        return new NetworkModel(NetworkPicture.of(session.topology()), session.programs(), NLS.bind(state,
                new Object[] { SimulatedTime.text(session.now()), session.topology().name(),
                        session.settings().seed() }));
    }

    private static NetworkModel idle() {
        NetworkSettings settings = new NetworkSettings(LaunchAttributes.DEFAULT_TOPOLOGY, 1);
        try {
            return new NetworkModel(NetworkPicture.of(settings.read()), List.of(),
                    NLS.bind(Messages.idle, settings.topology(), settings.seed()));
        } catch (CoreException e) {
            return new NetworkModel(NetworkPicture.EMPTY, List.of(), e.getStatus().getMessage());
        }
    }
}
