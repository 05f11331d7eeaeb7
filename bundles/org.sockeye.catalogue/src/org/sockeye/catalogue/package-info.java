@NullMarked
package org.sockeye.catalogue;

import org.jspecify.annotations.NullMarked;
