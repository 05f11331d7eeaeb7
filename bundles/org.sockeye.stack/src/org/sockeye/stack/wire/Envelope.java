package org.sockeye.stack.wire;

import java.util.List;

/**
 * One layer of a dissected frame: a header (and perhaps a trailer) wrapped around what the layer above handed down.
 * The dolls of a frame are its envelopes, outermost first.
 *
 * @param layer the layer that wrapped it
 * @param protocol the protocol's short name, such as "TCP"
 * @param filterName Wireshark's name of the protocol, such as {@code tcp}
 * @param summary one line for a person, such as "49152 → 6789 [PSH, ACK] Seq=1 Ack=1 Len=13"
 * @param offset the first byte of the header, counted from the start of the frame
 * @param headerLength bytes of header
 * @param payloadLength bytes of what is wrapped
 * @param trailerLength bytes behind the payload that belong to this layer (padding and FCS of Ethernet)
 * @param fields the header's and trailer's fields in wire order; a field's parts (flags) follow it
 * @param problems what is wrong with it, in words, such as "bad checksum 0x1234, should be 0x5678"; empty if nothing is
 */
public record Envelope(Layer layer, String protocol, String filterName, String summary, int offset, int headerLength,
        int payloadLength, int trailerLength, List<FieldValue> fields, List<String> problems) {

    public Envelope {
        fields = List.copyOf(fields);
        problems = List.copyOf(problems);
    }
}
