package org.sockeye.inspect;

import java.util.List;

/**
 * A field of a header in the field tree, with its parts (the flags of a flags field) below it.
 *
 * @param name Wireshark's name of it, such as {@code ip.ttl}; what a display filter takes
 * @param label what a person calls it, such as "Time to Live"
 * @param text its value as a networking person writes it
 * @param meaning one or two sentences: what it is for, and the RFC section that says so
 * @param offset the first byte of the frame that it touches
 * @param length how many bytes of the frame it touches
 * @param parts the fields within this one
 */
public record FieldNode(String name, String label, String text, String meaning, int offset, int length,
        List<FieldNode> parts) {

    public FieldNode {
        parts = List.copyOf(parts);
    }
}
