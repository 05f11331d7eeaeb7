/** What users write on the command line, read and checked. */
@NullMarked
package org.sockeye.cli.options;

import org.jspecify.annotations.NullMarked;
