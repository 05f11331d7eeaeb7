/**
 * The agent that goes into a program's virtual machine and hands its sockets and clocks to the simulated network. Start-up
 * is here; the rooms are: {@code transform} rewrites classes, {@code hooks} is what they call then, {@code door} talks to
 * the network, {@code clock} keeps simulated time, {@code protocol} is what both ends agree on.
 */
package org.sockeye.agent;
