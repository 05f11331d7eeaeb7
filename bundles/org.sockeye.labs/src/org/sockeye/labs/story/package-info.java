/**
 * What happened in a check, told in steps: what a student reads when it did not pass. Knows nothing of networks, programs
 * or JUnit; time is a number of nanoseconds.
 */
@NullMarked
package org.sockeye.labs.story;

import org.jspecify.annotations.NullMarked;
