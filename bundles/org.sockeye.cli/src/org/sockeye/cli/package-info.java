/**
 * The {@code sockeye} command. Each command maps options onto the parts that do the work; the work is not done here.
 */
@NullMarked
package org.sockeye.cli;

import org.jspecify.annotations.NullMarked;
