/** Programs played on a network in order, and what is told about them. */
@NullMarked
package org.sockeye.cli.run;

import org.jspecify.annotations.NullMarked;
