/**
 * Finds out whether a process waits, from the memory shared with it and from the operating system, and wakes its threads
 * when their simulated time has come. Must not know sockets.
 */
@NullMarked
package org.sockeye.programs.time;

import org.jspecify.annotations.NullMarked;
