package org.sockeye.stack.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.Field;
import org.sockeye.stack.wire.Field.Format;
import org.sockeye.stack.wire.FieldTable;
import org.sockeye.stack.wire.FieldValue;
import org.sockeye.stack.wire.Layer;

/** Records of TLS (RFC 8446, section 5.1), known by their first bytes whatever the port, as far as they stand whole. */
public final class TlsDissector {

    static final int CHANGE_CIPHER_SPEC = 20;
    static final int ALERT = 21;
    static final int HANDSHAKE = 22;
    static final int APPLICATION_DATA = 23;
    static final int HEADER = 5;
    /** A record holds 2^14 bytes, and what encryption adds to them (RFC 5246, section 6.2.3). */
    private static final int LONGEST = (1 << 14) + 2048;

    private static final Field TYPE = field("record.content_type", "Content Type", 0, 8, Format.DECIMAL,
            "What the record holds: 20 change of cipher, 21 alert, 22 handshake, 23 data.");
    private static final Field OPAQUE_TYPE = field("record.opaque_type", "Opaque Type", 0, 8, Format.DECIMAL,
            "What the record pretends to hold; from TLS 1.3 on the real type is encrypted.");
    private static final Field VERSION = field("record.version", "Version", 8, 16, Format.HEX,
            "0x0301 TLS 1.0, 0x0303 TLS 1.2; no longer means anything from TLS 1.3 on.");
    private static final Field LENGTH = field("record.length", "Length", 24, 16, Format.DECIMAL, "Bytes that follow.");
    private static final Field LEVEL = field("alert_message.level", "Level", 0, 8, Format.DECIMAL,
            "1 warning, 2 fatal: the connection is over.");
    private static final Field DESCRIPTION = field("alert_message.desc", "Description", 8, 8, Format.DECIMAL,
            "What went wrong. RFC 8446, section 6.");
    private static final Field DATA = field("app_data", "Encrypted Application Data", 0, 0, Format.BYTES,
            "Only the two ends can read it.");

    private TlsDissector() {
    }

    private static Field field(String name, String label, int bit, int bits, Format format, String meaning) {
        return new Field("tls." + name, label, bit, bits, format, meaning);
    }

    /** The fields that it may have. */
    public static List<Field> fields() {
        return FieldTable.join(List.of(TYPE, OPAQUE_TYPE, VERSION, LENGTH, LEVEL, DESCRIPTION, DATA),
                TlsHandshake.fields());
    }

    /** True if a record begins there and ends before {@code end}. */
    static boolean isRecord(byte[] frame, int at, int end) {
        if (end - at < HEADER || frame[at] < CHANGE_CIPHER_SPEC || frame[at] > APPLICATION_DATA || frame[at + 1] != 3
                || frame[at + 2] > 4 || frame[at + 2] < 0) {
            return false;
        }
        int length = length(frame, at);
        return length > 0 && length <= LONGEST && length <= end - at - HEADER;
    }

    private static int length(byte[] frame, int at) {
        return (frame[at + 3] & 0xff) << 8 | frame[at + 4] & 0xff;
    }

    /**
     * The records that stand there; empty if none does.
     *
     * @param modern true if the connection is known to have agreed on TLS 1.3
     */
    public static Optional<Envelope> describe(byte[] frame, int offset, int length, boolean modern) {
        if (!isRecord(frame, offset, offset + length)) {
            return Optional.empty();
        }
        List<FieldValue> fields = new ArrayList<>();
        StringJoiner summary = new StringJoiner(", ");
        int at = offset;
        int end = offset + length;
        boolean encrypted = false;
        while (isRecord(frame, at, end)) {
            int type = frame[at];
            boolean hides = modern && type == APPLICATION_DATA;
            fields.add(FieldTable.value(hides ? OPAQUE_TYPE : TYPE, frame, at * 8, 8));
            fields.add(FieldTable.value(VERSION, frame, at * 8 + 8, 16));
            fields.add(FieldTable.value(LENGTH, frame, at * 8 + 24, 16));
            summary.add(content(fields, frame, at + HEADER, length(frame, at), type, encrypted));
            encrypted |= type == CHANGE_CIPHER_SPEC;
            at += HEADER + length(frame, at);
        }
        return Optional.of(new Envelope(Layer.APPLICATION, "TLS", "tls", summary.toString(), offset, at - offset, 0, 0,
                fields, List.of()));
    }

    private static String content(List<FieldValue> fields, byte[] frame, int at, int length, int type,
            boolean encrypted) {
        return switch (type) {
            case CHANGE_CIPHER_SPEC -> "Change Cipher Spec";
            case ALERT -> {
                if (length != 2) {
                    yield "Encrypted Alert";
                }
                fields.add(FieldTable.value(LEVEL, frame, at * 8, 8));
                fields.add(FieldTable.value(DESCRIPTION, frame, at * 8 + 8, 8));
                yield "Alert (Level: " + (frame[at] == 2 ? "Fatal" : "Warning") + ", Description: "
                        + alert(frame[at + 1]) + ")";
            }
            case HANDSHAKE ->
                encrypted ? "Encrypted Handshake Message" : TlsHandshake.describe(fields, frame, at, length);
            default -> {
                fields.add(FieldTable.value(DATA, frame, at * 8, length * 8));
                yield "Application Data";
            }
        };
    }

    private static String alert(int code) {
        return switch (code) {
            case 0 -> "Close Notify";
            case 10 -> "Unexpected Message";
            case 20 -> "Bad Record MAC";
            case 40 -> "Handshake Failure";
            case 42 -> "Bad Certificate";
            case 45 -> "Certificate Expired";
            case 46 -> "Certificate Unknown";
            case 48 -> "Unknown CA";
            case 50 -> "Decode Error";
            case 70 -> "Protocol Version";
            case 80 -> "Internal Error";
            case 112 -> "Unrecognized Name";
            default -> "Unknown (" + (code & 0xff) + ")";
        };
    }

    /** True if the first record is a server's hello that agrees on TLS 1.3. */
    public static boolean agreesOnVersion3(byte[] frame, int offset, int length) {
        return isRecord(frame, offset, offset + length) && frame[offset] == HANDSHAKE
                && TlsHandshake.agreesOnVersion3(frame, offset + HEADER, length(frame, offset));
    }
}
