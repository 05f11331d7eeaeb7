package org.sockeye.stack.transport.tcp;

/** What an acknowledgment lets go, beyond what the window lets go anyway. */
enum Resend {
    /** Nothing more. */
    NOTHING,
    /** What is lost. */
    LOST,
    /** New data, as an answer to it tells whether the time-out was spurious (RFC 5682). */
    NEW
}
