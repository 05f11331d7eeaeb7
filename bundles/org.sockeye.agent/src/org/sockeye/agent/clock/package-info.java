/**
 * Simulated time inside the program's virtual machine: the memory shared with the network, a slot a thread, and what
 * the clocks say. Must not know sockets.
 */
package org.sockeye.agent.clock;
