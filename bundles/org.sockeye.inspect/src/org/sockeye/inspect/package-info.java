/**
 * View models: what the views of the workbench show, ready to be drawn and safe to be read from any thread. No SWT and
 * no Eclipse in this room, so that every sentence a student reads is tested without a display.
 */
@NullMarked
package org.sockeye.inspect;

import org.jspecify.annotations.NullMarked;
