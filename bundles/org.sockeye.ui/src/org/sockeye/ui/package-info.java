@NullMarked
package org.sockeye.ui;

import org.jspecify.annotations.NullMarked;
