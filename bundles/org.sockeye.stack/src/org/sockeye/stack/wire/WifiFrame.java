package org.sockeye.stack.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sockeye.stack.wire.Field.Format;

/**
 * The header and trailer of an 802.11 frame (IEEE 802.11-2020, section 9.2.3): of data frames and acknowledgements, and
 * the first fields of all others. Numbers of several bytes are sent lowest byte first.
 *
 * <pre>
 *  +---------+----------+-----------+-----------+-----------+----------+---------+-----+
 *  | control | duration | address 1 | address 2 | address 3 | sequence | payload | FCS |
 *  |    2    |    2     |     6     |     6     |     6     |    2     |         |  4  |
 *  +---------+----------+-----------+-----------+-----------+----------+---------+-----+
 *  |         acknowledgements end here ^ with their FCS
 * </pre>
 *
 * @param kind type and subtype: {@link #DATA}, {@link #ACKNOWLEDGEMENT} or another
 * @param flags the second byte: {@link #TO_ACCESS_POINT}, {@link #FROM_ACCESS_POINT}, {@link #RETRY} and others
 * @param duration how many microseconds the medium remains taken after this frame
 * @param receiver address 1, who is to take the frame now
 * @param transmitter address 2, who sends it now; all zeros where there is none
 * @param third address 3, the third party: where it is from or for in the end; all zeros where there is none
 * @param sequence 0 to 4095; a repeated frame keeps it
 */
public record WifiFrame(int kind, int flags, int duration, MacAddress receiver, MacAddress transmitter,
        MacAddress third, int sequence) {

    /** Bytes of a data frame before its payload. */
    public static final int HEADER_LENGTH = 24;
    /** Bytes of an acknowledgement with its FCS. */
    public static final int ACKNOWLEDGEMENT_LENGTH = 14;
    /** Bytes of the frame check sequence, which is computed as Ethernet's. */
    public static final int FCS_LENGTH = EthernetFrame.FCS_LENGTH;

    public static final int DATA = 0x20;
    public static final int ACKNOWLEDGEMENT = 0x1d;

    public static final int TO_ACCESS_POINT = 0x01;
    public static final int FROM_ACCESS_POINT = 0x02;
    public static final int RETRY = 0x08;

    private static final int PROTECTED = 0x40;
    private static final int BOTH = TO_ACCESS_POINT | FROM_ACCESS_POINT;
    private static final MacAddress NOBODY = new MacAddress(0);

    private static final String CONTROL_SECTION = "IEEE 802.11-2020, section 9.2.4.1.";
    private static final String ADDRESS_SECTION = "IEEE 802.11-2020, section 9.2.4.3.";

    private static final Field KIND = new Field("wlan.fc.type_subtype", "Type/Subtype", 0, 16, Format.HEX,
            "What kind of frame it is: 0x20 data, 0x1d acknowledgement. " + CONTROL_SECTION);
    private static final Field CONTROL = new Field("wlan.fc", "Frame Control", 0, 16, Format.HEX,
            "Kind and flags of the frame. " + CONTROL_SECTION);
    private static final Field VERSION = new Field("wlan.fc.version", "Version", 6, 2, Format.DECIMAL,
            "Always 0. " + CONTROL_SECTION);
    private static final Field TYPE = new Field("wlan.fc.type", "Type", 4, 2, Format.DECIMAL,
            "0 management, 1 control, 2 data. " + CONTROL_SECTION);
    private static final Field SUBTYPE = new Field("wlan.fc.subtype", "Subtype", 0, 4, Format.DECIMAL,
            "Which one of its type. " + CONTROL_SECTION);
    private static final Field FLAGS = new Field("wlan.flags", "Flags", 8, 8, Format.HEX, CONTROL_SECTION);
    private static final Field DIRECTION = new Field("wlan.fc.ds", "Distribution system", 14, 2, Format.HEX,
            "Whether the frame goes to an access point (1), comes from one (2), or neither. " + CONTROL_SECTION);
    private static final Field TO = flag("wlan.fc.tods", "To access point", 15,
            "A station sends this to its access point, which is to pass it on.");
    private static final Field FROM = flag("wlan.fc.fromds", "From access point", 14,
            "An access point passes this on to a station.");
    private static final Field MORE = flag("wlan.fc.frag", "More fragments", 13, "A part of a frame; others follow.");
    private static final Field AGAIN = flag("wlan.fc.retry", "Retry", 12,
            "The frame is sent again, because no acknowledgement came.");
    private static final Field POWER = flag("wlan.fc.pwrmgt", "Power management", 11, "The station will doze.");
    private static final Field MORE_DATA = flag("wlan.fc.moredata", "More data", 10,
            "The access point keeps more frames for the station.");
    private static final Field SECRET = flag("wlan.fc.protected", "Protected", 9, "The payload is encrypted.");
    private static final Field ORDER = flag("wlan.fc.order", "Order", 8, "Another field follows the header.");
    private static final Field DURATION = new Field("wlan.duration", "Duration", 16, 16, Format.DECIMAL,
            "How many microseconds the medium remains taken after this frame, for its acknowledgement; other stations "
                    + "keep quiet as long. IEEE 802.11-2020, section 9.2.4.2.");
    private static final Field RECEIVER = address("wlan.ra", "Receiver", "Who is to take the frame now.");
    private static final Field TRANSMITTER = address("wlan.ta", "Transmitter", "Who sends the frame now.");
    private static final Field DESTINATION = address("wlan.da", "Destination", "Whom the payload is for in the end.");
    private static final Field SOURCE = address("wlan.sa", "Source", "Who sent the payload first.");
    private static final Field BSSID = address("wlan.bssid", "BSS Id", "The network: its access point's address.");
    private static final Field STATION = address("wlan.staa", "Station", "The station, wherever its address stands.");
    private static final Field FRAGMENT = new Field("wlan.frag", "Fragment number", 0, 16, Format.DECIMAL,
            "Which part of a frame that was cut. IEEE 802.11-2020, section 9.2.4.4.");
    private static final Field SEQUENCE = new Field("wlan.seq", "Sequence number", 0, 16, Format.DECIMAL,
            "Counts the sender's frames; who gets the same number again with the retry flag set drops the frame. "
                    + "IEEE 802.11-2020, section 9.2.4.4.");
    private static final Field FCS = new Field("wlan.fcs", "Frame Check Sequence", 0, 32, Format.HEX,
            "CRC-32 of the whole frame; a frame whose bits changed on the way is neither taken nor acknowledged. "
                    + "IEEE 802.11-2020, section 9.2.4.8.");
    private static final FieldTable TABLE = new FieldTable(KIND, CONTROL, VERSION, TYPE, SUBTYPE, FLAGS, DIRECTION, TO,
            FROM, MORE, AGAIN, POWER, MORE_DATA, SECRET, ORDER, DURATION);

    private static Field flag(String name, String label, int bit, String meaning) {
        return new Field(name, label, bit, 1, Format.FLAG, meaning + " " + CONTROL_SECTION);
    }

    private static Field address(String name, String label, String meaning) {
        return new Field(name, label, 0, 48, Format.MAC, meaning + " " + ADDRESS_SECTION);
    }

    /** The fields that it may have. */
    public static List<Field> fields() {
        return FieldTable.join(TABLE.fields(), List.of(RECEIVER, TRANSMITTER, DESTINATION, SOURCE, BSSID, STATION,
                FRAGMENT, SEQUENCE, FCS));
    }

    /** An acknowledgement to {@code receiver}. */
    public static WifiFrame acknowledgement(MacAddress receiver) {
        return new WifiFrame(ACKNOWLEDGEMENT, 0, 0, receiver, NOBODY, NOBODY, 0);
    }

    /** Reads the header; empty if the frame has no room for what its kind of frame has, and the FCS. */
    public static Optional<WifiFrame> parse(byte[] frame) {
        if (frame.length < ACKNOWLEDGEMENT_LENGTH) {
            return Optional.empty();
        }
        int kind = kind(frame);
        int flags = frame[1] & 0xff;
        int duration = little(frame, 2);
        MacAddress receiver = MacAddress.of(frame, 4);
        if (!isData(kind)) {
            return Optional.of(new WifiFrame(kind, flags, duration, receiver, NOBODY, NOBODY, 0));
        }
        if (frame.length < headerLength(kind, flags) + FCS_LENGTH) {
            return Optional.empty();
        }
        return Optional.of(new WifiFrame(kind, flags, duration, receiver, MacAddress.of(frame, 10),
                MacAddress.of(frame, 16), little(frame, 22) >> 4));
    }

    private static int kind(byte[] frame) {
        return (frame[0] & 0x0c) << 2 | (frame[0] & 0xf0) >> 4;
    }

    /** Where the payload starts; 0 if the frame has none that can be read. The FCS need not be there. */
    public static int payload(byte[] frame) {
        if (frame.length < 2 || !hasPayload(kind(frame), frame[1] & 0xff)) {
            return 0;
        }
        int header = headerLength(kind(frame), frame[1] & 0xff);
        return frame.length < header ? 0 : header;
    }

    private static int little(byte[] bytes, int offset) {
        return bytes[offset] & 0xff | (bytes[offset + 1] & 0xff) << 8;
    }

    private static boolean isData(int kind) {
        return kind >> 4 == 2;
    }

    private static int headerLength(int kind, int flags) {
        int quality = (kind & 8) != 0 ? 2 : 0;
        int fourth = (flags & BOTH) == BOTH ? 6 : 0;
        return isData(kind) ? HEADER_LENGTH + fourth + quality : ACKNOWLEDGEMENT_LENGTH - FCS_LENGTH;
    }

    /** Bytes of this frame's header. */
    public int headerLength() {
        return headerLength(kind, flags);
    }

    /** The whole frame around {@code payload}, which acknowledgements have none of: header and FCS. */
    public byte[] emit(byte[] payload) {
        int header = headerLength();
        byte[] frame = new byte[header + payload.length + FCS_LENGTH];
        frame[0] = (byte) (kind >> 2 & 0x0c | kind << 4 & 0xf0);
        frame[1] = (byte) flags;
        putLittle(frame, 2, duration);
        receiver.put(frame, 4);
        if (isData(kind)) {
            transmitter.put(frame, 10);
            third.put(frame, 16);
            putLittle(frame, 22, sequence << 4);
        }
        System.arraycopy(payload, 0, frame, header, payload.length);
        EthernetFrame.putFcs(frame);
        return frame;
    }

    private static void putLittle(byte[] bytes, int offset, int value) {
        bytes[offset] = (byte) value;
        bytes[offset + 1] = (byte) (value >> 8);
    }

    /** True if the frame has the right FCS. */
    public static boolean verify(byte[] frame) {
        return EthernetFrame.verify(frame);
    }

    /** True for frames with data for a layer above, and those that might have some. */
    public boolean isData() {
        return isData(kind);
    }

    public boolean isRetry() {
        return (flags & RETRY) != 0;
    }

    /** True if there is a payload and it is not encrypted. */
    public boolean hasPayload() {
        return hasPayload(kind, flags);
    }

    private static boolean hasPayload(int kind, int flags) {
        return isData(kind) && (kind & 4) == 0 && (flags & PROTECTED) == 0;
    }

    /** Whom the payload is for in the end. */
    public MacAddress destination() {
        return (flags & TO_ACCESS_POINT) == 0 ? receiver : third;
    }

    /** Who sent the payload first, where the header says so. */
    public MacAddress source() {
        return (flags & FROM_ACCESS_POINT) == 0 ? transmitter : third;
    }

    /**
     * Header and trailer as a layer of a dissected frame.
     *
     * @param frame the frame with its FCS
     */
    public Envelope describe(byte[] frame) {
        int header = headerLength();
        int end = frame.length - FCS_LENGTH;
        List<FieldValue> fields = new ArrayList<>(TABLE.describe(frame, 0, this::inWords));
        fields.add(FieldTable.value(RECEIVER, frame, 4 * 8, 48));
        if (isData(kind)) {
            fields.add(FieldTable.value(TRANSMITTER, frame, 10 * 8, 48));
            describeParties(frame, fields);
            fields.add(number(FRAGMENT, little(frame, 22) & 0xf, 22 * 8, 16));
            fields.add(number(SEQUENCE, sequence, 22 * 8, 16));
        }
        FieldValue check = FieldTable.value(FCS, frame, end * 8, FCS_LENGTH * 8);
        long found = Integer.reverseBytes((int) (long) (Long) check.value()) & 0xffff_ffffL;
        fields.add(check.as(found, String.format("0x%08x", found)));
        List<String> problems = verify(frame) ? List.of()
                : List.of(String.format("bad frame check sequence 0x%08x", found));
        return new Envelope(Layer.LINK, "802.11", "wlan", summary(), 0, header, end - header, FCS_LENGTH, fields,
                problems);
    }

    private FieldValue inWords(FieldValue value) {
        Field field = value.field();
        if (field == KIND) {
            // A byte, of which Wireshark makes a number of two.
            return new FieldValue(field, (long) kind, String.format("0x%04x", kind), 0, 8).meaning(name());
        } else if (field == DURATION) {
            return number(field, duration, field.bitOffset(), field.bitLength());
        }
        return value;
    }

    private static FieldValue number(Field field, long value, int bitOffset, int bitLength) {
        return new FieldValue(field, value, Long.toString(value), bitOffset, bitLength);
    }

    private void describeParties(byte[] frame, List<FieldValue> fields) {
        boolean to = (flags & TO_ACCESS_POINT) != 0;
        boolean from = (flags & FROM_ACCESS_POINT) != 0;
        fields.add(FieldTable.value(DESTINATION, frame, (to ? 16 : 4) * 8, 48));
        if (to && from) {
            fields.add(FieldTable.value(SOURCE, frame, 24 * 8, 48));
            return;
        }
        fields.add(FieldTable.value(SOURCE, frame, (from ? 16 : 10) * 8, 48));
        fields.add(FieldTable.value(BSSID, frame, (to ? 4 : from ? 10 : 16) * 8, 48));
        if (to || from) {
            fields.add(FieldTable.value(STATION, frame, (to ? 10 : 4) * 8, 48));
        }
    }

    /** What the frame is, as Wireshark's column says it. */
    public String info() {
        return isData(kind) ? name() + ", SN=" + sequence + ", FN=0" : name();
    }

    private String summary() {
        return kind == ACKNOWLEDGEMENT ? name() + " to " + receiver
                : source() + " → " + destination() + (isRetry() ? ", sent again" : "");
    }

    private String name() {
        return switch (kind) {
            case DATA -> "Data";
            case 0x24 -> "Null function (No data)";
            case 0x28 -> "QoS Data";
            case ACKNOWLEDGEMENT -> "Acknowledgement";
            case 0x1b -> "Request-to-send";
            case 0x1c -> "Clear-to-send";
            case 0x08 -> "Beacon frame";
            default -> switch (kind >> 4) {
                case 0 -> "Management frame";
                case 1 -> "Control frame";
                default -> "Data frame";
            };
        };
    }
}
