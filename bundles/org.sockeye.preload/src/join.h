/* How a process comes to the network: when it starts, is forked, or executes another program. */
#ifndef SOCKEYE_JOIN_H
#define SOCKEYE_JOIN_H

/*
 * The environment for a program that this process is about to execute: what makes it join, and what it inherits. To be
 * freed, but for the strings that are the given environment's.
 */
char **join_environment(char *const given[]);

#endif
