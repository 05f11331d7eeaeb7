/**
 * Serves a program's calls from its host's sockets: what the operating system's kernel would do between a program and its
 * network. Must not know processes or the clock's pace.
 */
@NullMarked
package org.sockeye.programs.sockets;

import org.jspecify.annotations.NullMarked;
