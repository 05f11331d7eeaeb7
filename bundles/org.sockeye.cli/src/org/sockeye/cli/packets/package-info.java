/** The ways in which {@code sockeye packets} prints frames: tshark's, so that scripts written for it work on. */
@NullMarked
package org.sockeye.cli.packets;

import org.jspecify.annotations.NullMarked;
