/** The Layers view: one packet as nested dolls, as a field tree and as bytes, and its way through the network. */
@NullMarked
package org.sockeye.ui.layers;

import org.jspecify.annotations.NullMarked;
