/**
 * The transport layer: from process to process. UDP lives here, TCP in {@code tcp}.
 *
 * <p>It uses the {@link org.sockeye.stack.network.NetworkService} below, offers the sockets of
 * {@code org.sockeye.stack.socket} above, and must not know links or routes.
 */
@NullMarked
package org.sockeye.stack.transport;

import org.jspecify.annotations.NullMarked;
