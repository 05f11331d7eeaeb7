/** What Sockeye shows in the workbench. */
@NullMarked
package org.sockeye.ui;

import org.jspecify.annotations.NullMarked;
