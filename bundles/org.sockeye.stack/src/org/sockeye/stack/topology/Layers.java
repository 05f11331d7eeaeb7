package org.sockeye.stack.topology;

import java.util.function.Supplier;
import org.sockeye.stack.link.EthernetInterface;
import org.sockeye.stack.link.LinkService;
import org.sockeye.stack.link.WifiInterface;
import org.sockeye.stack.network.NetworkService;
import org.sockeye.stack.transport.DatagramTransport;
import org.sockeye.stack.transport.StreamTransport;
import org.sockeye.stack.transport.Udp;
import org.sockeye.stack.transport.tcp.TcpSettings;
import org.sockeye.stack.transport.tcp.TcpTransport;
import org.sockeye.stack.transport.tcp.congestion.CongestionControl;
import org.sockeye.stack.transport.tcp.congestion.Cubic;
import org.sockeye.stack.transport.tcp.congestion.Reno;

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
            Choices.<StreamMaker>of("transport").with("tcp", Layers::tcp),
            Choices.<DatagramMaker>of("datagram transport").with("udp", Layers::udp),
            Choices.<Supplier<CongestionControl>>of("congestion control").with("cubic", Cubic::new)
                    .with("reno", Reno::new));

    private final Choices<LinkMaker> links;
    private final Choices<StreamMaker> streams;
    private final Choices<DatagramMaker> datagrams;
    private final Choices<Supplier<CongestionControl>> congestions;

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

    private Layers(Choices<LinkMaker> links, Choices<StreamMaker> streams, Choices<DatagramMaker> datagrams,
            Choices<Supplier<CongestionControl>> congestions) {
        this.links = links;
        this.streams = streams;
        this.datagrams = datagrams;
        this.congestions = congestions;
    }

    /** Those that come with the stack. */
    public static Layers standard() {
        return STANDARD;
    }

    /** Hosts may say {@code link: name}. */
    public Layers withLink(String name, LinkMaker maker) {
        return new Layers(links.with(name, maker), streams, datagrams, congestions);
    }

    /** Hosts may say {@code transport: name}. */
    public Layers withTransport(String name, StreamMaker maker) {
        return new Layers(links, streams.with(name, maker), datagrams, congestions);
    }

    /** Hosts may say {@code datagrams: name}. */
    public Layers withDatagrams(String name, DatagramMaker maker) {
        return new Layers(links, streams, datagrams.with(name, maker), congestions);
    }

    /** Hosts may say <code>tcp: { congestion: name }</code>; {@code maker} makes the control of one connection. */
    public Layers withCongestion(String name, Supplier<CongestionControl> maker) {
        return new Layers(links, streams, datagrams, congestions.with(name, maker));
    }

    /** Checks that there is all that a host is to be made of. */
    void require(HostOptions host) {
        if (!host.link().isEmpty()) {
            link(host.link());
        }
        transport(host.transport());
        datagrams(host.datagrams());
        if (!host.congestion().isEmpty()) {
            congestion(host.congestion());
        }
    }

    LinkMaker link(String name) {
        return links.get(name);
    }

    StreamMaker transport(String name) {
        return streams.get(name);
    }

    DatagramMaker datagrams(String name) {
        return datagrams.get(name);
    }

    Supplier<CongestionControl> congestion(String name) {
        return congestions.get(name);
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
