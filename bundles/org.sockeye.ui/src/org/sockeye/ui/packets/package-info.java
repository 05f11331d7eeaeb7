/** The Packets view: one row a frame and hop. */
@NullMarked
package org.sockeye.ui.packets;

import org.jspecify.annotations.NullMarked;
