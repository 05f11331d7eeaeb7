@NullMarked
package org.sockeye.launching;

import org.jspecify.annotations.NullMarked;
