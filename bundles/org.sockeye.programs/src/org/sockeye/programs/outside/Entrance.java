package org.sockeye.programs.outside;

/** Where something enters the network from outside: taken in when it arrives, let in when it is its turn. */
public interface Entrance extends AutoCloseable {

    /** True if something waits to enter the network. */
    boolean hasArrived();

    /** Lets it in: it happens at the network's time now. */
    void deliver();

    /** Nothing more enters or leaves. Never fails. */
    @Override
    void close();
}
