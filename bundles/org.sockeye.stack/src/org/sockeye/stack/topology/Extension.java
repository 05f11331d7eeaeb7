package org.sockeye.stack.topology;

/**
 * Offers layers of its own to choose from. A class that implements this, has a constructor without parameters, and is
 * named in {@code META-INF/services/org.sockeye.stack.topology.Extension} beside it, is found by those that run networks.
 */
@FunctionalInterface
public interface Extension {

    /** {@code layers} and those that this extension adds. */
    Layers extend(Layers layers);
}
