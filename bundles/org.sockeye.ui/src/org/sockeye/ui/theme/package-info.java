/** Colours of the layers and icons, the same in every view and in both themes. Knows no view. */
@NullMarked
package org.sockeye.ui.theme;

import org.jspecify.annotations.NullMarked;
