/** Labs: what an assignment consists of, and how a submission is checked. */
@NullMarked
package org.sockeye.labs;

import org.jspecify.annotations.NullMarked;
