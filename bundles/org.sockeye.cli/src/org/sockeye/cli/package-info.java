@NullMarked
package org.sockeye.cli;

import org.jspecify.annotations.NullMarked;
