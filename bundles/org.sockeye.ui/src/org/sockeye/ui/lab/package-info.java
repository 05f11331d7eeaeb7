/** The Lab view: instructions, checks, grading and feedback; and the wizard that makes a project from a lab. */
@NullMarked
package org.sockeye.ui.lab;

import org.jspecify.annotations.NullMarked;
