/**
 * The demonstration: a lab's solution on the network, its packets, one of them layer by layer, and its grade.
 */
@NullMarked
package org.sockeye.cli.demo;

import org.jspecify.annotations.NullMarked;
