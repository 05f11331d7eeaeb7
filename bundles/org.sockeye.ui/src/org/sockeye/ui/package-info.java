/**
 * The user interface: thin views over the models of {@code org.sockeye.inspect}, one package a view. This room holds what
 * all of them share; it must not know any of them.
 */
@NullMarked
package org.sockeye.ui;

import org.jspecify.annotations.NullMarked;
