package org.sockeye.agent.clock;

import jdk.internal.access.SharedSecrets;
import jdk.internal.misc.CarrierThreadLocal;

/** Platform threads as they are where there are virtual ones too, and where there are none. */
abstract class Carriers {

    /** The platform thread that runs this code. */
    abstract Thread current();

    /** True if this code runs on a virtual thread. */
    abstract boolean isVirtual();

    /** A variable that each platform thread has of its own, whichever virtual thread it runs. */
    abstract <T> ThreadLocal<T> local();

    static Carriers ofThisMachine() {
        return Runtime.version().feature() >= 21 ? new Modern() : new Plain();
    }

    private static final class Plain extends Carriers {
        @Override
        Thread current() {
            return Thread.currentThread();
        }

        @Override
        boolean isVirtual() {
            return false;
        }

        @Override
        <T> ThreadLocal<T> local() {
            return new ThreadLocal<>();
        }
    }

    /** Java 21 and up. */
    private static final class Modern extends Carriers {
        @Override
        Thread current() {
            return SharedSecrets.getJavaLangAccess().currentCarrierThread();
        }

        @Override
        boolean isVirtual() {
            return Thread.currentThread().isVirtual();
        }

        @Override
        <T> ThreadLocal<T> local() {
            return new CarrierThreadLocal<>();
        }
    }
}
