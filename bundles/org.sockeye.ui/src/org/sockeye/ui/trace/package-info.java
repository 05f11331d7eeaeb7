/**
 * The workbench's trace: follows the network that programs are launched onto, and says what is selected in it. The views
 * read it; it must not know them.
 */
@NullMarked
package org.sockeye.ui.trace;

import org.jspecify.annotations.NullMarked;
