package org.sockeye.drill.run;

/**
 * What a system call came to.
 *
 * @param value what it returned
 * @param errno the error's name; empty if it succeeded
 */
record Result(long value, String errno) {

    static final Result ZERO = new Result(0, "");

    static Result of(long value) {
        return new Result(value, "");
    }

    static Result error(String errno) {
        return new Result(-1, errno);
    }

    @Override
    public String toString() {
        return errno.isEmpty() ? Long.toString(value) : value + " " + errno;
    }
}
