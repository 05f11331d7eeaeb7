package org.sockeye.stack.trace;

import java.util.List;

/**
 * What others are compared with: a frame as it was recorded.
 *
 * @param number the frame's
 */
record Kept(int number, byte[] bytes, List<MessageSlice> messages) {
}
