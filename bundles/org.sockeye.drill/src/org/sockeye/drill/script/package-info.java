/**
 * Reads packetdrill scripts: {@code Lexer} makes tokens of characters, {@code Parser} makes a {@code Script} of tokens, with
 * the line and column of everything, so that whatever is wrong can be pointed at. Nothing here knows how to run one.
 */
@NullMarked
package org.sockeye.drill.script;

import org.jspecify.annotations.NullMarked;
