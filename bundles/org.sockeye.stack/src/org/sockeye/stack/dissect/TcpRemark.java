package org.sockeye.stack.dissect;

/**
 * Something that stands out about a segment.
 *
 * @param field Wireshark's name of it, such as {@code tcp.analysis.retransmission}
 * @param text its words for the info column, such as "TCP Retransmission"
 */
public record TcpRemark(String field, String text) {
}
