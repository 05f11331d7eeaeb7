/**
 * What every part of the launcher shares: the attributes of a launch configuration and the texts. Knows Eclipse's core
 * and debugger, never a widget.
 */
@NullMarked
package org.sockeye.launching;

import org.jspecify.annotations.NullMarked;
