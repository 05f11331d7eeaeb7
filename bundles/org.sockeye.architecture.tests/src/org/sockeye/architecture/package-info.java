/** The rules of the architecture that a compiler does not know, held against the built classes of every bundle. */
package org.sockeye.architecture;
