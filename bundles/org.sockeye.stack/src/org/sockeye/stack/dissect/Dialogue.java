package org.sockeye.stack.dissect;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.sockeye.stack.application.SmtpDissector;
import org.sockeye.stack.application.TlsDissector;

/** What both sides of a connection have agreed on so far, as far as that changes how later bytes are meant. */
final class Dialogue {

    private static final int HANDSHAKE = 22;

    private boolean modern;
    private boolean mailing;

    /** Hears the next segment's payload and says how it is meant. */
    Manner hear(int sourcePort, int destinationPort, byte[] bytes, int offset, int length) {
        if (length == 0 || offset + length > bytes.length) {
            return Manner.PLAIN;
        }
        if (isMail(destinationPort)) {
            return mail(new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
        } else if (bytes[offset] == HANDSHAKE && !modern) {
            modern = TlsDissector.agreesOnVersion3(bytes, offset, length);
        }
        return modern ? Manner.TLS_1_3 : Manner.PLAIN;
    }

    static boolean isMail(int port) {
        return port == SmtpDissector.PORT || port == SmtpDissector.SUBMISSION_PORT;
    }

    private Manner mail(String said) {
        boolean text = mailing;
        if (mailing) {
            mailing = !said.endsWith("\r\n.\r\n") && !said.equals(".\r\n");
        } else {
            mailing = said.stripTrailing().toUpperCase(Locale.ROOT).endsWith("DATA") && said.endsWith("\n");
        }
        return text ? Manner.MAIL_TEXT : Manner.PLAIN;
    }
}
