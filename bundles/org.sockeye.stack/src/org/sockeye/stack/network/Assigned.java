package org.sockeye.stack.network;

import org.sockeye.stack.link.LinkService;
import org.sockeye.stack.wire.IpAddress;

/**
 * An address of an interface.
 *
 * @param link the interface
 * @param address its address, unspecified as long as it has none
 * @param prefix how many bits its neighbours' addresses have in common with it
 */
public record Assigned(LinkService link, IpAddress address, int prefix) {
}
