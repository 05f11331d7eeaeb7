package org.sockeye.stack.dissect;

/** How the bytes of a segment are meant, where that depends on what both sides have said before. */
public enum Manner {
    /** As they stand there. */
    PLAIN,
    /** Within TLS 1.3. */
    TLS_1_3,
    /** The text of a mail, not a command (RFC 5321, section 4.1.1.4). */
    MAIL_TEXT
}
