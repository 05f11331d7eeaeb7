/**
 * The small language of a script's <code>%{ blocks }%</code>: assignments, assertions and arithmetic as Python would do them,
 * with variables that live as long as the script runs. It knows nothing of networks: names are looked up by whoever runs it.
 */
@NullMarked
package org.sockeye.drill.assertion;

import org.jspecify.annotations.NullMarked;
