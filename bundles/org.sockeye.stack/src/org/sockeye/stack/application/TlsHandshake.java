package org.sockeye.stack.application;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.sockeye.stack.wire.Field;
import org.sockeye.stack.wire.Field.Format;
import org.sockeye.stack.wire.FieldTable;
import org.sockeye.stack.wire.FieldValue;

/** Handshake messages of TLS (RFC 8446, section 4), the hellos with what both sides offer. */
final class TlsHandshake {

    private static final int HEADER = 4;
    private static final int CLIENT_HELLO = 1;
    private static final int SERVER_HELLO = 2;
    private static final int SERVER_NAME = 0;
    private static final int SUPPORTED_VERSIONS = 43;

    private static final Field TYPE = field("type", "Handshake Type", 8, Format.DECIMAL,
            "1 client's, 2 server's hello.");
    private static final Field LENGTH = field("length", "Length", 24, Format.DECIMAL, "Bytes that follow.");
    private static final Field VERSION = field("version", "Version", 16, Format.HEX, "0x0303 TLS 1.2, or later.");
    private static final Field RANDOM = field("random", "Random", 256, Format.BYTES, "Makes each session's keys new.");
    private static final Field SESSION_LENGTH = field("session_id_length", "Session ID Length", 8, Format.DECIMAL,
            "Bytes of it.");
    private static final Field SESSION = field("session_id", "Session ID", 0, Format.BYTES, "To go on with later.");
    private static final Field SUITES_LENGTH = field("cipher_suites_length", "Cipher Suites Length", 16,
            Format.DECIMAL, "Bytes of them.");
    private static final Field SUITE = field("ciphersuite", "Cipher Suite", 16, Format.HEX, "A way to encrypt.");
    private static final Field EXTENSIONS_LENGTH = field("extensions_length", "Extensions Length", 16, Format.DECIMAL,
            "Bytes of them.");
    private static final Field EXTENSION = field("extension.type", "Type", 16, Format.DECIMAL,
            "What the extension is about: 0 the server's name. RFC 8446, section 4.2.");
    private static final Field EXTENSION_LENGTH = field("extension.len", "Length", 16, Format.DECIMAL, "Bytes of it.");
    private static final Field NAME = field("extensions_server_name", "Server Name", 0, Format.TEXT,
            "Which of its names the server is called by; not encrypted. RFC 6066, section 3.");
    private static final Field SUPPORTED = field("extensions.supported_version", "Supported Version", 16, Format.HEX,
            "0x0304 TLS 1.3. RFC 8446, section 4.2.1.");

    private TlsHandshake() {
    }

    private static Field field(String name, String label, int bits, Format format, String meaning) {
        return new Field("tls.handshake." + name, label, 0, bits, format, meaning);
    }

    static List<Field> fields() {
        return List.of(TYPE, LENGTH, VERSION, RANDOM, SESSION_LENGTH, SESSION, SUITES_LENGTH, SUITE, EXTENSIONS_LENGTH,
                EXTENSION, EXTENSION_LENGTH, NAME, SUPPORTED);
    }

    /** Adds the messages of one record and returns their names; what makes no sense is taken for encrypted. */
    static String describe(List<FieldValue> fields, byte[] frame, int offset, int length) {
        StringJoiner names = new StringJoiner(", ");
        int at = offset;
        int end = offset + length;
        while (end - at >= HEADER) {
            int size = number(frame, at + 1, 3);
            if (size > end - at - HEADER || name(frame[at]).isEmpty()) {
                return names.length() == 0 ? "Encrypted Handshake Message" : names.toString();
            }
            fields.add(FieldTable.value(TYPE, frame, at * 8, 8));
            fields.add(FieldTable.value(LENGTH, frame, at * 8 + 8, 24));
            names.add(name(frame[at]));
            if (frame[at] == CLIENT_HELLO || frame[at] == SERVER_HELLO) {
                List<FieldValue> hello = new ArrayList<>();
                hello(hello, frame, at + HEADER, at + HEADER + size, frame[at] == CLIENT_HELLO);
                fields.addAll(hello);
            }
            at += HEADER + size;
        }
        return names.toString();
    }

    private static String name(int type) {
        return switch (type) {
            case 0 -> "Hello Request";
            case CLIENT_HELLO -> "Client Hello";
            case SERVER_HELLO -> "Server Hello";
            case 4 -> "New Session Ticket";
            case 8 -> "Encrypted Extensions";
            case 11 -> "Certificate";
            case 12 -> "Server Key Exchange";
            case 13 -> "Certificate Request";
            case 14 -> "Server Hello Done";
            case 15 -> "Certificate Verify";
            case 16 -> "Client Key Exchange";
            case 20 -> "Finished";
            case 22 -> "Certificate Status";
            default -> "";
        };
    }

    private static int number(byte[] frame, int at, int bytes) {
        int number = 0;
        for (int i = 0; i < bytes; i++) {
            number = number << 8 | frame[at + i] & 0xff;
        }
        return number;
    }

    /** Stops where the message contradicts itself. */
    private static void hello(List<FieldValue> fields, byte[] frame, int offset, int end, boolean client) {
        int at = offset + 34;
        if (at >= end || at + 1 + (frame[at] & 0xff) > end) {
            return;
        }
        int session = frame[at] & 0xff;
        fields.add(FieldTable.value(VERSION, frame, offset * 8, 16));
        fields.add(FieldTable.value(RANDOM, frame, offset * 8 + 16, 256));
        fields.add(FieldTable.value(SESSION_LENGTH, frame, at * 8, 8));
        if (session > 0) {
            fields.add(FieldTable.value(SESSION, frame, at * 8 + 8, session * 8));
        }
        at += 1 + session;
        at = client ? suites(fields, frame, at, end) : suite(fields, frame, at, end);
        if (at + 2 <= end) {
            fields.add(FieldTable.value(EXTENSIONS_LENGTH, frame, at * 8, 16));
            extensions(fields, frame, at + 2, Math.min(end, at + 2 + number(frame, at, 2)), client);
        }
    }

    /** A client's list, and the compression methods behind it that nobody uses; where those end, or past the end. */
    private static int suites(List<FieldValue> fields, byte[] frame, int at, int end) {
        int length = at + 2 > end ? end : number(frame, at, 2);
        int behind = at + 2 + length;
        if (behind >= end) {
            return end;
        }
        fields.add(FieldTable.value(SUITES_LENGTH, frame, at * 8, 16));
        for (int i = at + 2; i + 2 <= behind; i += 2) {
            fields.add(FieldTable.value(SUITE, frame, i * 8, 16));
        }
        return behind + 1 + (frame[behind] & 0xff);
    }

    /** A server's choice, and the compression method behind it. */
    private static int suite(List<FieldValue> fields, byte[] frame, int at, int end) {
        if (at + 3 > end) {
            return end;
        }
        fields.add(FieldTable.value(SUITE, frame, at * 8, 16));
        return at + 3;
    }

    private static void extensions(List<FieldValue> fields, byte[] frame, int offset, int end, boolean client) {
        int at = offset;
        while (at + 4 <= end) {
            int type = number(frame, at, 2);
            int length = number(frame, at + 2, 2);
            if (length > end - at - 4) {
                return;
            }
            fields.add(FieldTable.value(EXTENSION, frame, at * 8, 16));
            fields.add(FieldTable.value(EXTENSION_LENGTH, frame, at * 8 + 16, 16));
            at += 4;
            if (type == SERVER_NAME && length > 5 && number(frame, at + 3, 2) <= length - 5) {
                fields.add(FieldTable.value(NAME, frame, (at + 5) * 8, number(frame, at + 3, 2) * 8));
            } else if (type == SUPPORTED_VERSIONS) {
                for (int i = client ? 1 : 0; i + 2 <= length; i += 2) {
                    fields.add(FieldTable.value(SUPPORTED, frame, (at + i) * 8, 16));
                }
            }
            at += length;
        }
    }

    /** True if the message there is a server's hello that agrees on TLS 1.3. */
    static boolean agreesOnVersion3(byte[] frame, int at, int length) {
        if (length < HEADER || frame[at] != SERVER_HELLO || number(frame, at + 1, 3) > length - HEADER) {
            return false;
        }
        List<FieldValue> fields = new ArrayList<>();
        hello(fields, frame, at + HEADER, at + HEADER + number(frame, at + 1, 3), false);
        return fields.stream().anyMatch(field -> field.field() == SUPPORTED && field.value().equals(0x304L));
    }
}
