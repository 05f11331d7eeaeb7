package org.sockeye.stack.dissect;

import java.util.List;
import org.sockeye.stack.wire.FieldValue;

/**
 * Something that stands out about a segment.
 *
 * @param field Wireshark's name of it, such as {@code tcp.analysis.retransmission}
 * @param text its words for the info column, such as "TCP Retransmission"; empty if another remark says it there
 * @param problem what went wrong, for a person, such as "retransmitted: no ACK for 213.000 ms, sent before in frame 18";
 *        empty if nothing did
 * @param details what more there is to be said, in fields of their own
 */
public record TcpRemark(String field, String text, String problem, List<FieldValue> details) {

    /** All is said. */
    TcpRemark(String field, String text, String problem) {
        this(field, text, problem, List.of());
    }
}
