/**
 * Where programs' agents connect: a local socket in the run's private directory, and frames on the connections. Knows
 * neither sockets of the stack nor processes.
 */
@NullMarked
package org.sockeye.programs.door;

import org.jspecify.annotations.NullMarked;
