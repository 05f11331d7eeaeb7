package org.sockeye.programs;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sockeye.stack.wire.Endpoint;

/** All who want to be told. */
final class Listeners implements RunListener {

    private final List<RunListener> all = new CopyOnWriteArrayList<>();

    void add(RunListener listener) {
        all.add(listener);
    }

    void remove(RunListener listener) {
        all.remove(listener);
    }

    @Override
    public void started(Program program) {
        all.forEach(listener -> listener.started(program));
    }

    @Override
    public void listens(Program program, Endpoint local) {
        all.forEach(listener -> listener.listens(program, local));
    }

    @Override
    public void output(Program program, boolean error, byte[] bytes) {
        all.forEach(listener -> listener.output(program, error, bytes));
    }

    @Override
    public void exited(Program program, int status) {
        all.forEach(listener -> listener.exited(program, status));
    }
}
