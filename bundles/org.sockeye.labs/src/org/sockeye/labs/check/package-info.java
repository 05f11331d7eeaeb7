/**
 * What the author of a check writes with: annotations, and a {@link org.sockeye.labs.check.Stage} with the network, the
 * student's programs and scripted peers on it. Every step tells itself to the story of the check. Knows nothing of how
 * submissions are compiled, nor of points and reports.
 */
@NullMarked
package org.sockeye.labs.check;

import org.jspecify.annotations.NullMarked;
