/** Processes of the operating system: how programs are started, fed, listened to and ended. Knows nothing of networks. */
@NullMarked
package org.sockeye.programs.process;

import org.jspecify.annotations.NullMarked;
