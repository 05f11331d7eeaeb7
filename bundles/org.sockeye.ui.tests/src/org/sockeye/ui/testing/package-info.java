/** What a person does in the workbench, and what a person sees there, for the tests. */
@NullMarked
package org.sockeye.ui.testing;

import org.jspecify.annotations.NullMarked;
