/** The {@code sockeye} command: options, exit status, prose. The only place that prints. */
@NullMarked
package org.sockeye.cli;

import org.jspecify.annotations.NullMarked;
