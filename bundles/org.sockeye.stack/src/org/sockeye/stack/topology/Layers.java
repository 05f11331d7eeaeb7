package org.sockeye.stack.topology;

import java.util.List;
import java.util.function.Supplier;
import org.sockeye.stack.link.EthernetInterface;
import org.sockeye.stack.link.LinkService;
import org.sockeye.stack.link.WifiInterface;
import org.sockeye.stack.network.NetworkInterface;
import org.sockeye.stack.network.NetworkService;
import org.sockeye.stack.transport.DatagramTransport;
import org.sockeye.stack.transport.StreamTransport;
import org.sockeye.stack.transport.Udp;
import org.sockeye.stack.transport.tcp.TcpSettings;
import org.sockeye.stack.transport.tcp.TcpTransport;
import org.sockeye.stack.transport.tcp.congestion.CongestionControl;
import org.sockeye.stack.transport.tcp.congestion.CongestionControls;

/**
 * What the layers of a host may be made of, by the names that a topology says: {@linkplain #standard ours}, and those
 * that an extension adds. Does not change; adding gives another one.
 *
 * <pre>
 * Layers layers = Layers.standard().withTransport("mine", (network, settings, environment) -&gt; new Mine(network));
 * Network network = Network.build(topology.withLayers(layers), seed); // the topology says: transport: mine
 * </pre>
 *
 * @see Extension
 */
public final class Layers {

    static final String ETHERNET = "ethernet";
    static final String WIFI = "wifi";

    private static final Layers STANDARD = new Layers(Choices.<LinkMaker>of("link layer")
            .with(ETHERNET, Layers::ethernet).with(WIFI, Layers::wifi),
            Choices.of("network layer"), Choices.<StreamMaker>of("transport").with("tcp", Layers::tcp),
            Choices.<DatagramMaker>of("datagram transport").with("udp", Layers::udp), CongestionControls.STANDARD);

    private final Choices<LinkMaker> links;
    private final Choices<NetworkMaker> networks;
    private final Choices<StreamMaker> streams;
    private final Choices<DatagramMaker> datagrams;
    private final CongestionControls controls;

    /** Makes the link layer of one interface. */
    @FunctionalInterface
    public interface LinkMaker {

        /**
         * An interface, plugged in.
         *
         * @throws IllegalArgumentException if such an interface cannot be plugged in there
         */
        LinkService make(Plug plug, InterfaceSpec spec, Environment environment);
    }

    /** Makes a network layer of a host that is not IP. */
    @FunctionalInterface
    public interface NetworkMaker {

        /**
         * A network layer, attached to the interfaces.
         *
         * @param interfaces "lo", which leads back to the host, and then those of its links, with the addresses that the
         *            topology has for them
         */
        NetworkService make(List<NetworkInterface> interfaces, Environment environment);
    }

    /** Makes a transport of streams on a host. */
    @FunctionalInterface
    public interface StreamMaker {

        /**
         * A transport, attached to the network layer under a protocol number of its own.
         *
         * @param settings what the topology says about TCP on the host; another transport may heed or ignore it
         */
        StreamTransport make(NetworkService network, TcpSettings settings, Environment environment);
    }

    /** Makes a transport of datagrams on a host. */
    @FunctionalInterface
    public interface DatagramMaker {

        /** A transport, attached to the network layer. */
        DatagramTransport make(NetworkService network, Environment environment);
    }

    private Layers(Choices<LinkMaker> links, Choices<NetworkMaker> networks, Choices<StreamMaker> streams,
            Choices<DatagramMaker> datagrams, CongestionControls controls) {
        this.links = links;
        this.networks = networks;
        this.streams = streams;
        this.datagrams = datagrams;
        this.controls = controls;
    }

    /** Those that come with the stack. */
    public static Layers standard() {
        return STANDARD;
    }

    /** Hosts may say {@code link: name}. */
    public Layers withLink(String name, LinkMaker maker) {
        return new Layers(links.with(name, maker), networks, streams, datagrams, controls);
    }

    /** Hosts may say {@code network: name}; they reach those on their links that say the same. */
    public Layers withNetwork(String name, NetworkMaker maker) {
        return new Layers(links, networks.with(name, maker), streams, datagrams, controls);
    }

    /** Hosts may say {@code transport: name}. */
    public Layers withTransport(String name, StreamMaker maker) {
        return new Layers(links, networks, streams.with(name, maker), datagrams, controls);
    }

    /** Hosts may say {@code datagrams: name}. */
    public Layers withDatagrams(String name, DatagramMaker maker) {
        return new Layers(links, networks, streams, datagrams.with(name, maker), controls);
    }

    /**
     * Hosts may say <code>tcp: { congestion: name }</code>, and programs may choose it for a socket; {@code maker} makes
     * the control of one connection.
     */
    public Layers withCongestion(String name, Supplier<CongestionControl> maker) {
        return new Layers(links, networks, streams, datagrams, controls.with(name, maker));
    }

    /** Checks that there is all that a host is to be made of. */
    void require(HostOptions host) {
        if (!host.link().isEmpty()) {
            link(host.link());
        }
        if (!host.network().isEmpty()) {
            network(host.network());
        }
        transport(host.transport());
        datagrams(host.datagrams());
        String congestion = host.congestion().isEmpty() ? host.tcp().congestion() : host.congestion();
        if (!controls.names().contains(congestion)) {
            throw Choices.unknown("congestion control", congestion, controls.names());
        }
    }

    LinkMaker link(String name) {
        return links.get(name);
    }

    NetworkMaker network(String name) {
        return networks.get(name);
    }

    StreamMaker transport(String name) {
        return streams.get(name);
    }

    DatagramMaker datagrams(String name) {
        return datagrams.get(name);
    }

    /** What the programs of every host may choose from. */
    CongestionControls controls() {
        return controls;
    }

    private static LinkService ethernet(Plug plug, InterfaceSpec spec, Environment environment) {
        if (plug instanceof Plug.Wire wire) {
            return new EthernetInterface(wire.end(), spec.mac(), spec.maximumPayload(), wire.cable(),
                    environment.events(), environment.trace());
        }
        throw new IllegalArgumentException(plug.end() + " is linked by radio, which is not Ethernet; leave out link");
    }

    private static LinkService wifi(Plug plug, InterfaceSpec spec, Environment environment) {
        if (plug instanceof Plug.Air air) {
            return new WifiInterface(air.end(), spec.mac(), spec.maximumPayload(), air.cell(), environment.events(),
                    environment.trace(), environment.randomness());
        }
        throw new IllegalArgumentException(plug.end() + " is linked by a cable, which is not WiFi; leave out link");
    }

    private static StreamTransport tcp(NetworkService network, TcpSettings settings, Environment environment) {
        return new TcpTransport(environment.device(), network, environment.events(), environment.randomness(),
                environment.trace(), settings);
    }

    private static DatagramTransport udp(NetworkService network, Environment environment) {
        return new Udp(environment.device(), network, environment.events(), environment.trace());
    }
}
