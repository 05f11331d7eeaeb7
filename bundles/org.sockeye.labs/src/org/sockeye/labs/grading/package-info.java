/**
 * Compiles a submission and a lab's checks, runs the checks through the JUnit platform, each on a network of its own, and
 * gathers the results; and proves a lab by its solutions and mutants. A student's code never runs in this process.
 */
@NullMarked
package org.sockeye.labs.grading;

import org.jspecify.annotations.NullMarked;
