@NullMarked
package org.sockeye.labs;

import org.jspecify.annotations.NullMarked;
