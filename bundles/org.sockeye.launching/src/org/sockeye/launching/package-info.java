/** Starts programs on simulated hosts from Eclipse, and debugs them. Draws nothing. */
@NullMarked
package org.sockeye.launching;

import org.jspecify.annotations.NullMarked;
