/** How a command ends: its exit status, and the error that tells its user what to mend. */
@NullMarked
package org.sockeye.cli.outcome;

import org.jspecify.annotations.NullMarked;
