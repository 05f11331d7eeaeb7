package org.sockeye.inspect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.wire.Layer;

/**
 * One of the nested boxes of a packet: a layer's header (and trailer) around what the layer above handed down. The
 * outermost is the physical layer's, the innermost the message. Sizes are true to the bytes.
 *
 * @param layer whose box it is
 * @param protocol the protocol's short name, such as "TCP"
 * @param summary one line about it
 * @param offset the first byte of the header, counted from the start of the frame
 * @param headerLength bytes of header; for the innermost, all its bytes
 * @param payloadLength bytes of what is wrapped
 * @param trailerLength bytes behind the payload (padding and FCS of Ethernet)
 * @param fields the field tree
 * @param problems what is wrong with this layer, in words
 * @param inner what is wrapped, or null for the innermost
 */
public record Doll(Layer layer, String protocol, String summary, int offset, int headerLength, int payloadLength,
        int trailerLength, List<FieldNode> fields, List<String> problems, @Nullable Doll inner) {

    public Doll {
        fields = List.copyOf(fields);
        problems = List.copyOf(problems);
    }

    /** All its bytes. */
    public int length() {
        return headerLength + payloadLength + trailerLength;
    }
}
