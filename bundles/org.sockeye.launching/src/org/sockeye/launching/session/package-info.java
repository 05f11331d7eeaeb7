/**
 * The workbench's one network: a run that lives as long as programs are launched onto it, and the thread that drives it.
 * Knows nothing of Java projects or views.
 */
@NullMarked
package org.sockeye.launching.session;

import org.jspecify.annotations.NullMarked;
