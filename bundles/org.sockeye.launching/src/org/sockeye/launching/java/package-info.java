/**
 * Java programs of the workspace: how they are launched onto a host, and how a packet leads back to the line that sent
 * it. Knows JDT's model and launcher, never a widget.
 */
@NullMarked
package org.sockeye.launching.java;

import org.jspecify.annotations.NullMarked;
