/**
 * What grading found, and the formats that say so. Plain values: the IDE reads them from the grader's process.
 */
@NullMarked
package org.sockeye.labs.report;

import org.jspecify.annotations.NullMarked;
