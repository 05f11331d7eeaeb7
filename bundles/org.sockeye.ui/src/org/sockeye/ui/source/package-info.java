/** The way from a packet back to the source line that sent it. */
@NullMarked
package org.sockeye.ui.source;

import org.jspecify.annotations.NullMarked;
