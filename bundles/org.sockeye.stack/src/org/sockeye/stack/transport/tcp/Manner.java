package org.sockeye.stack.transport.tcp;

/** How a program sends a message. */
enum Manner {
    WHOLE,
    /** It is the beginning of something longer (MSG_MORE). */
    PART,
    /** Nothing that follows goes in one segment with its end (MSG_EOR). */
    RECORD,
    /** Its last byte is urgent (MSG_OOB, RFC 6093). */
    URGENT;

    /** How what has room is sent, which the end of the message may not be part of. */
    Manner of(boolean complete) {
        return complete || this == PART ? this : WHOLE;
    }
}
