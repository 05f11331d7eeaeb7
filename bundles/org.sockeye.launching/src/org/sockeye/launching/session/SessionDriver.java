package org.sockeye.launching.session;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.ILog;
import org.sockeye.launching.Messages;
import org.sockeye.programs.Ending;
import org.sockeye.programs.Run;

/** The thread that drives a run: through all it can do, then asleep until there is something new. */
final class SessionDriver {

    /** How long a network in which nothing can happen sleeps before it looks at its programs again. */
    private static final long NAP = 100;

    private record Task(Runnable work, Runnable refused) {
    }

    private final Run run;
    private final Runnable step;
    private final Runnable observer;
    private final Runnable ended;
    private final Queue<Task> tasks = new ConcurrentLinkedQueue<>();
    private final Semaphore news = new Semaphore(0);
    private final Thread thread = new Thread(this::drive, "Sockeye network");
    private volatile boolean stopped;
    private volatile String problem = "";

    /**
     * @param step told after every step of the network, on the driving thread
     * @param ended told once, when nothing is driven any more
     * @param observer told whenever the network comes to rest or a task has been done, on the driving thread
     */
    SessionDriver(Run run, Runnable step, Runnable observer, Runnable ended) {
        this.run = run;
        this.step = step;
        this.observer = observer;
        this.ended = ended;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void awaitEnd(Duration patience) {
        try {
            thread.join(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isStopped() {
        return stopped;
    }

    /** Why the network ended although nobody stopped it, in words; empty if it did not. */
    String problem() {
        return problem;
    }

    /** @param refused called instead of {@code work} if the driver has been stopped */
    void submit(Runnable work, Runnable refused) {
        tasks.add(new Task(work, refused));
        if (stopped) {
            refuseTasks();
            return;
        }
        run.request(this::runTasks);
        wake();
    }

    /** There may be something to do again. */
    void wake() {
        news.release();
    }

    void stop() {
        stopped = true;
        run.stop();
        wake();
    }

    private void drive() {
        try {
            while (!stopped) {
                runTasks();
                Ending ending = run.until(this::isInterrupted, Long.MAX_VALUE);
                observer.run();
                if (ending instanceof Ending.Failed failed) {
                    problem = failed.reason();
                    stopped = true;
                } else if (!(ending instanceof Ending.Reached)) {
                    nap();
                }
            }
        } catch (RuntimeException e) {
            ILog.of(SessionDriver.class).error(Messages.fault, e);
            problem = Messages.fault;
        } finally {
            stopped = true;
            run.close();
            refuseTasks();
            ended.run();
            observer.run();
        }
    }

    private boolean isInterrupted() {
        step.run();
        return stopped || !tasks.isEmpty();
    }

    /** Nothing can happen now; a program's input or end, or a new program, may change that. */
    private void nap() {
        try {
            news.tryAcquire(NAP, TimeUnit.MILLISECONDS);
            news.drainPermits();
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    private void runTasks() {
        for (Task task = tasks.poll(); task != null; task = tasks.poll()) {
            task.work().run();
            observer.run();
        }
    }

    private void refuseTasks() {
        for (Task task = tasks.poll(); task != null; task = tasks.poll()) {
            task.refused().run();
        }
    }
}
