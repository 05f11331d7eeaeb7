/**
 * Runs scripts in simulated time: {@code Runner} goes through the events, {@code TestBed} is the host under test on a wire
 * that only the script uses, {@code Flow} translates between the script's numbers and the real ones, {@code Matcher} compares
 * packets, {@code SystemCalls} does what a program would do.
 */
@NullMarked
package org.sockeye.drill.run;

import org.jspecify.annotations.NullMarked;
