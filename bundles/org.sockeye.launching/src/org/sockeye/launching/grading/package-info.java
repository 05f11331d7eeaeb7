/**
 * Labs in the workspace: the project that holds a submission, and grading it in a process of its own, so that a mistake
 * in a lab or a submission never stalls the workbench. Knows no widget.
 */
@NullMarked
package org.sockeye.launching.grading;

import org.jspecify.annotations.NullMarked;
