package org.sockeye.stack.application;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.sockeye.stack.wire.Envelope;
import org.sockeye.stack.wire.Field;
import org.sockeye.stack.wire.Field.Format;
import org.sockeye.stack.wire.FieldValue;
import org.sockeye.stack.wire.Layer;

/**
 * Bytes whose meaning only the programs know: shown as text if they can be read as one, else as data. Wireshark calls
 * both {@code data}.
 */
public final class PlainDissector {

    private static final int SHOWN = 60;

    private static final Field DATA = new Field("data.data", "Data", 0, 0, Format.BYTES, "What the program sent.");
    private static final Field TEXT = new Field("data.text", "Text", 0, 0, Format.TEXT,
            "What the program sent, read as characters in UTF-8.");
    private static final Field LENGTH = new Field("data.len", "Length", 0, 0, Format.DECIMAL, "Bytes of data.");

    private PlainDissector() {
    }

    /** The fields that it may have. */
    public static List<Field> fields() {
        return List.of(DATA, TEXT, LENGTH);
    }

    /**
     * The bytes as the innermost envelope.
     *
     * @param layer whose bytes they are
     */
    public static Envelope describe(Layer layer, byte[] frame, int offset, int length) {
        Optional<String> text = text(frame, offset, length);
        List<FieldValue> fields = new ArrayList<>();
        byte[] data = Arrays.copyOfRange(frame, offset, offset + length);
        fields.add(new FieldValue(DATA, data, hex(frame, offset, length), offset * 8, length * 8));
        text.ifPresent(value -> fields.add(new FieldValue(TEXT, value, quoted(value), offset * 8, length * 8)));
        fields.add(new FieldValue(LENGTH, (long) length, length + (length == 1 ? " byte" : " bytes"), offset * 8, 0));
        String summary = text.map(PlainDissector::quoted).orElseGet(() -> hex(frame, offset, length));
        return new Envelope(layer, text.isPresent() ? "TEXT" : "DATA", "data", summary, offset, length, 0, 0, fields,
                List.of());
    }

    /** The bytes as text in UTF-8; empty if they can be read as none. */
    static Optional<String> text(byte[] frame, int offset, int length) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(frame, offset, length)).toString();
            boolean readable = !text.isEmpty()
                    && text.chars().allMatch(c -> !Character.isISOControl(c) || c == '\n' || c == '\r' || c == '\t');
            return readable ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }

    /** Between quotation marks as in a program's source, cut if long. */
    static String quoted(String text) {
        String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN);
        return '"' + shown.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
                .replace("\"", "\\\"") + (shown.length() < text.length() ? "…" : "") + '"';
    }

    private static String hex(byte[] frame, int offset, int length) {
        int shown = Math.min(length, SHOWN / 3);
        return HexFormat.ofDelimiter(" ").formatHex(frame, offset, offset + shown) + (shown < length ? " …" : "");
    }
}
