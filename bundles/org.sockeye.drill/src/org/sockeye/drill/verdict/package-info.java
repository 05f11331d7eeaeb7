/** What came of a script: it passed, failed, uses what is not spoken here, or cannot be read. */
@NullMarked
package org.sockeye.drill.verdict;

import org.jspecify.annotations.NullMarked;
