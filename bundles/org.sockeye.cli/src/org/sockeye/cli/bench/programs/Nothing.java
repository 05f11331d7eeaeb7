package org.sockeye.cli.bench.programs;

/** Starts, and ends. */
public final class Nothing {

    private Nothing() {
    }

    public static void main(String[] arguments) {
        System.out.println("started");
    }
}
