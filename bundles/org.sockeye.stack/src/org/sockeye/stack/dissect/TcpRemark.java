package org.sockeye.stack.dissect;

/**
 * Something that stands out about a segment.
 *
 * @param field Wireshark's name of it, such as {@code tcp.analysis.retransmission}
 * @param text its words for the info column, such as "TCP Retransmission"; empty if another remark says it there
 * @param problem what went wrong, for a person, such as "retransmitted: no ACK for 213.000 ms, sent before in frame 18";
 *        empty if nothing did
 */
public record TcpRemark(String field, String text, String problem) {
}
