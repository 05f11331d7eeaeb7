/** Whether programs observe on simulated hosts what they observe on a real kernel. */
@NullMarked
package org.sockeye.programs.parity;

import org.jspecify.annotations.NullMarked;
