package org.sockeye.cli;

/** The {@code sockeye} command. */
public final class Sockeye {
    private Sockeye() {
    }

    public static void main(String[] args) {
        System.out.println("sockeye: no command is implemented yet");
    }
}
