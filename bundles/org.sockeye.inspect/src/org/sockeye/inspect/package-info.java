@NullMarked
package org.sockeye.inspect;

import org.jspecify.annotations.NullMarked;
