package org.sockeye.stack.topology;

/** A mistake that shows only when a topology is put together; whoever described it knows where. */
final class TopologyMistake extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String device;

    TopologyMistake(String device, String mistake) {
        super(mistake);
        this.device = device;
    }

    /** The device whose description is to be mended. */
    String device() {
        return device;
    }
}
