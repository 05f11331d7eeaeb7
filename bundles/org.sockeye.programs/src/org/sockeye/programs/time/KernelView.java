package org.sockeye.programs.time;

import org.sockeye.agent.protocol.Portable;
import org.sockeye.agent.protocol.Wait;

/** What the operating system says about a process's threads. */
interface KernelView {

    /** True if what it says of a thread is so; false if it knows nothing, and says what the thread itself does. */
    boolean isCertain();

    /** True if the thread sleeps in the system call that belongs to what it says it waits for. */
    boolean sleepsIn(long thread, Wait wait);

    /** True if the thread computes, or could if it had a processor. */
    boolean runs(long thread);

    /**
     * How much processor time the thread has had, in nanoseconds; 0 if that is not known.
     *
     * @param thread 0 for all of the process
     */
    long processorTime(long thread);

    /** True while the operating system has the thread. */
    boolean exists(long thread);

    /** The process has ended. */
    void close();

    /** What there is to know about a process: by /proc on Linux; elsewhere nothing, and its own word must do. */
    static KernelView of(long process) {
        return !Portable.isAsked() && LinuxThreads.isUsable(process) ? new LinuxThreads(process) : new Unknown();
    }

    /** Where nobody can be asked: sleeping threads are taken at their word. */
    record Unknown() implements KernelView {
        @Override
        public boolean isCertain() {
            return false;
        }

        @Override
        public boolean sleepsIn(long thread, Wait wait) {
            return true;
        }

        @Override
        public boolean runs(long thread) {
            return false;
        }

        @Override
        public long processorTime(long thread) {
            return 0;
        }

        @Override
        public boolean exists(long thread) {
            return false;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
