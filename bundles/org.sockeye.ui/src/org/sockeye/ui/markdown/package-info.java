/** Markdown shown in a StyledText, in the colours and fonts of the theme. Knows nothing of labs. */
@NullMarked
package org.sockeye.ui.markdown;

import org.jspecify.annotations.NullMarked;
