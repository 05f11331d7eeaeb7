/**
 * The benchmarks. Each prints its figures, one a line: name, value, unit. Machines are noisy: where a figure only means
 * something beside another, both are taken in the same run.
 */
@NullMarked
package org.sockeye.cli.bench;

import org.jspecify.annotations.NullMarked;
