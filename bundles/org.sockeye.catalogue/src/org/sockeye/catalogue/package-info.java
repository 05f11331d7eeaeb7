/** The labs that ship: where they lie and how they are found. */
@NullMarked
package org.sockeye.catalogue;

import org.jspecify.annotations.NullMarked;
