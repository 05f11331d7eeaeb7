/**
 * What programs do with sockets and what they observe of it, an area of the library a class. The cases are compiled for Java 17
 * and know nothing of Sockeye; {@code Cases} runs them.
 */
package org.sockeye.programs.parity.cases;
