/**
 * Links that lead out of the simulated network, to real kernels and other emulators on this machine. They move frames, and
 * must not know programs.
 */
@NullMarked
package org.sockeye.programs.outside;

import org.jspecify.annotations.NullMarked;
