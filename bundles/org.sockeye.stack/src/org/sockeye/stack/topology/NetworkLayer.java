package org.sockeye.stack.topology;

import java.util.List;
import org.sockeye.stack.network.Assigned;
import org.sockeye.stack.network.NetworkInterface;
import org.sockeye.stack.network.NetworkService;
import org.sockeye.stack.wire.IpAddress;

/** The network layer of a host or router on its interfaces on its links. */
interface NetworkLayer {

    /** What transports are given. */
    NetworkService service();

    /** The device's interfaces, "lo" first. */
    List<NetworkInterface> interfaces();

    /** Every interface's addresses, those of "lo" first; an interface without any has the unspecified one. */
    List<Assigned> assigned();

    /** The addresses by which others reach the device. */
    List<IpAddress> addresses();
}
