package org.sockeye.stack.dissect;

import org.jspecify.annotations.Nullable;
import org.sockeye.stack.trace.CapturedFrame;
import org.sockeye.stack.wire.EthernetFrame;
import org.sockeye.stack.wire.Ipv4Address;
import org.sockeye.stack.wire.TcpHeader;
import org.sockeye.stack.wire.UdpHeader;

/**
 * A frame as a filter or a list sees it: what stands at a known place is read from the bytes, and only who asks for more
 * has the frame taken apart.
 */
public final class Sight {

    private static final Dissector DISSECTOR = new Dissector();

    private final @Nullable CapturedFrame frame;
    private final TcpContext context;
    private final Outline outline = new Outline();
    private @Nullable Dissection dissection;

    /** @param context what the frames before it tell about it */
    public Sight(CapturedFrame frame, TcpContext context) {
        this.frame = frame;
        this.context = context;
        outline.of(frame);
    }

    /** Of a frame that has been taken apart already, nothing is read from the bytes. */
    Sight(Dissection dissection) {
        this.frame = null;
        this.context = TcpContext.NONE;
        this.dissection = dissection;
    }

    /** The frame taken apart. */
    public Dissection dissection() {
        Dissection known = dissection;
        if (known == null) {
            known = DISSECTOR.dissect(frame(), context);
            dissection = known;
        }
        return known;
    }

    /** Its line in a list. */
    public Summary summary() {
        Summary quick = dissection == null && isPlain() ? quickSummary() : null;
        if (quick != null) {
            return quick;
        }
        Dissection whole = dissection();
        return new Summary(whole.source(), whole.destination(), whole.protocol(), whole.info());
    }

    /** That of a plain segment or datagram whose payload is no protocol's that we know; null of anything else. */
    private @Nullable Summary quickSummary() {
        if (outline.type() != EthernetFrame.IPV4 || outline.protocol() == Outline.NONE || Guess.isSpecial(this)) {
            return null;
        }
        byte[] bytes = bytes();
        int length = outline.end() - outline.transport();
        String protocol = "";
        String info = "";
        if (outline.protocol() == TcpHeader.PROTOCOL && !Guess.stream(this)) {
            protocol = "TCP";
            info = TcpHeader.parse(bytes, outline.transport(), length)
                    .map(header -> TcpInfo.of(header, context, length - header.headerLength())).orElse("");
        } else if (outline.protocol() == UdpHeader.PROTOCOL) {
            protocol = "UDP";
            info = UdpHeader.parse(bytes, outline.transport(), length).map(UdpHeader::summary).orElse("");
        }
        return info.isEmpty() ? null
                : new Summary(Ipv4Address.of(bytes, outline.network() + 12).toString(),
                        Ipv4Address.of(bytes, outline.network() + 16).toString(), protocol, info);
    }

    /** True if the frame is all that its outline says and nothing more. */
    boolean isPlain() {
        return frame != null && outline.isPlain();
    }

    /** False if only the dissection is known. */
    boolean hasFrame() {
        return frame != null;
    }

    /** The frame; there must be one. */
    public CapturedFrame frame() {
        CapturedFrame known = frame;
        if (known == null) {
            throw new IllegalStateException("only the dissection is known");
        }
        return known;
    }

    byte[] bytes() {
        return frame().bytes();
    }

    TcpContext context() {
        return context;
    }

    Outline outline() {
        return outline;
    }
}
