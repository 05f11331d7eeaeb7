/** Where the views stand. */
@NullMarked
package org.sockeye.ui.perspective;

import org.jspecify.annotations.NullMarked;
