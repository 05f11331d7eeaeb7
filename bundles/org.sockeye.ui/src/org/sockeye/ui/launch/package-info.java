/** How a person starts a program on a host: shortcut, question for the host, and the tabs of a launch configuration. */
@NullMarked
package org.sockeye.ui.launch;

import org.jspecify.annotations.NullMarked;
