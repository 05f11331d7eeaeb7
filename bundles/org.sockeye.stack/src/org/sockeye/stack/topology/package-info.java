/**
 * Hosts, switches, routers and the links between them: the description of a network, the file that holds it, and the
 * network built from it.
 */
@NullMarked
package org.sockeye.stack.topology;

import org.jspecify.annotations.NullMarked;
