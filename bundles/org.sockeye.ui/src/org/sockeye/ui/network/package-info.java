/** The Network view: the topology drawn, with what runs on it and what was lost on it. */
@NullMarked
package org.sockeye.ui.network;

import org.jspecify.annotations.NullMarked;
