/**
 * The programs that benchmarks run, as a student might have written them: over the simulated network and over loopback. A
 * server's arguments are its port and address, a client's the port, the server's name, and how much to do before and while it is
 * measured; a client prints "start" and "end".
 */
@NullMarked
package org.sockeye.cli.bench.programs;

import org.jspecify.annotations.NullMarked;
