/**
 * Runs real programs on simulated hosts: starts their processes, serves their sockets from the hosts' own, and moves
 * simulated time only while every one of them waits.
 *
 * <p>Everything about a {@link org.sockeye.programs.Run} happens on the one thread that drives it.
 */
@NullMarked
package org.sockeye.programs;

import org.jspecify.annotations.NullMarked;
