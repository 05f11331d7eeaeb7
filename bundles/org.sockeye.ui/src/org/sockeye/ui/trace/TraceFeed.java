package org.sockeye.ui.trace;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;
import org.sockeye.inspect.PacketDetail;
import org.sockeye.inspect.PacketList;
import org.sockeye.launching.session.NetworkSession;
import org.sockeye.launching.session.NetworkSessions;
import org.sockeye.launching.session.SessionListener;
import org.sockeye.stack.dissect.DisplayFilter;
import org.sockeye.stack.trace.Trace;

/**
 * The packets of the workbench's network, as all views show them. Frames are taken apart in a job; listeners are called on
 * the UI thread, at most twenty times a second.
 */
public final class TraceFeed {

    /** Jobs that bring the packets up to date belong to this family, so that somebody can wait for them. */
    public static final Object FAMILY = TraceFeed.class;

    private static final TraceFeed WORKBENCH = new TraceFeed();

    private static final int BATCH = 2_000;
    private static final int DELAY = 50;

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Job updating = feedJob(() -> {
        while (packets().update(BATCH)) {
            publish();
        }
        publish();
    });
    private PacketList packets = new PacketList();
    private Drops drops = new Drops();
    private volatile @Nullable NetworkSession session;
    private volatile int selected;

    private TraceFeed() {
        NetworkSessions sessions = NetworkSessions.workbench();
        sessions.addListener(new SessionListener() {
            @Override
            public void opened(NetworkSession opened) {
                follow(opened, opened.network().trace());
            }

            @Override
            public void changed(NetworkSession changed) {
                updating.schedule(DELAY);
            }
        });
        sessions.current().ifPresent(this::catchUp);
    }

    public static TraceFeed workbench() {
        return WORKBENCH;
    }

    /** The packets so far. Another list takes its place when another network is opened. */
    public synchronized PacketList packets() {
        return packets;
    }

    /** The frames that did not arrive. */
    public synchronized Drops drops() {
        return drops;
    }

    /** The network that the packets are from. */
    public Optional<NetworkSession> session() {
        return Optional.ofNullable(session);
    }

    /** Applies a filter to the list, in a job. */
    public void filter(DisplayFilter filter) {
        feedJob(() -> {
            packets().filter(filter);
            publish();
        }).schedule();
    }

    /** Makes a frame the one that all views show; 0 for none. Call it on the UI thread. */
    public void select(int frame) {
        if (selected != frame) {
            selected = frame;
            listeners.forEach(Runnable::run);
        }
    }

    /** The number of the frame that the views show, or 0. */
    public int selected() {
        return selected;
    }

    /** The selected frame, opened. */
    public Optional<PacketDetail> detail() {
        return packets().detail(selected);
    }

    /** Has {@code refresh} run on the UI thread after every change, until the control is disposed. */
    public void onChange(Control control, Runnable refresh) {
        Runnable listener = () -> {
            if (!control.isDisposed()) {
                refresh.run();
            }
        };
        listeners.add(listener);
        control.addDisposeListener(event -> listeners.remove(listener));
    }

    private synchronized void follow(NetworkSession opened, Trace trace) {
        PacketList next = new PacketList();
        next.filter(packets.filter());
        next.follow(trace);
        Drops nextDrops = new Drops();
        nextDrops.follow(trace);
        packets = next;
        drops = nextDrops;
        session = opened;
        selected = 0;
        updating.schedule();
    }

    /** The first view has been opened while a network is running already. */
    private void catchUp(NetworkSession running) {
        feedJob(() -> {
            try {
                running.call(() -> {
                    follow(running, running.network().trace());
                    return true;
                });
            } catch (CoreException e) {
                follow(running, running.network().trace());
            }
        }).schedule();
    }

    private void publish() {
        UiThread.run(() -> listeners.forEach(Runnable::run));
    }

    private static Job feedJob(Runnable work) {
        Job job = new Job("Packets") {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                work.run();
                return Status.OK_STATUS;
            }

            @Override
            public boolean belongsTo(Object family) {
                return family == FAMILY;
            }
        };
        job.setSystem(true);
        return job;
    }
}
