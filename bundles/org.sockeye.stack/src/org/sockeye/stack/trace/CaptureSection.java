package org.sockeye.stack.trace;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * What a part of a capture file says once for all its frames.
 *
 * @param order of the bytes in its numbers
 * @param interfaces those it has described so far
 */
record CaptureSection(ByteOrder order, List<CapturedInterface> interfaces) {

    CaptureSection(ByteOrder order) {
        this(order, new ArrayList<>());
    }
}
