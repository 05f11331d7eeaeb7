package org.sockeye.stack.application;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Writes a DNS message, each name's end that stands in it already as a pointer to there (RFC 1035, section 4.1.4). */
final class DnsWriter {

    /** A pointer has 14 bits. */
    private static final int FURTHEST = 0x3fff;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    /** Where names and their ends stand; looked up only. */
    private final Map<String, Integer> places = new HashMap<>();

    DnsWriter bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** A number in so many bytes, highest first. */
    DnsWriter number(long number, int bytes) {
        for (int i = bytes - 1; i >= 0; i--) {
            out.write((int) (number >> 8 * i));
        }
        return this;
    }

    DnsWriter name(String name) {
        return name(name, true);
    }

    /** A name in full, for readers that expect no pointer. */
    DnsWriter plainName(String name) {
        return name(name, false);
    }

    private DnsWriter name(String name, boolean compressed) {
        String rest = name;
        while (!rest.isEmpty()) {
            Integer known = compressed ? places.get(rest.toLowerCase(Locale.ROOT)) : null;
            if (known != null) {
                return number(0xc000 | known, 2);
            }
            if (out.size() <= FURTHEST) {
                places.putIfAbsent(rest.toLowerCase(Locale.ROOT), out.size());
            }
            int dot = rest.indexOf('.');
            String label = dot < 0 ? rest : rest.substring(0, dot);
            number(label.length(), 1).bytes(label.getBytes(StandardCharsets.ISO_8859_1));
            rest = dot < 0 ? "" : rest.substring(dot + 1);
        }
        return number(0, 1);
    }

    /** Something that is written behind its own length of two bytes. */
    DnsWriter withLength(Runnable part) {
        int before = out.size() + 2;
        number(0, 2);
        part.run();
        int length = out.size() - before;
        byte[] all = out.toByteArray();
        all[before - 2] = (byte) (length >> 8);
        all[before - 1] = (byte) length;
        out.reset();
        return bytes(all);
    }

    byte[] toByteArray() {
        return out.toByteArray();
    }
}
