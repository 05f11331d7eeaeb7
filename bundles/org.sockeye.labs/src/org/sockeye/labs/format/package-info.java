/**
 * The folder that holds a lab: reading it, and saying clearly what is wrong with it. Knows nothing of programs, networks
 * or JUnit.
 */
@NullMarked
package org.sockeye.labs.format;

import org.jspecify.annotations.NullMarked;
