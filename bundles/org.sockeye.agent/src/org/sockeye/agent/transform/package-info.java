/**
 * Rewrites classes as they are loaded, with ASM. Lives in a class loader of its own, so that the program's ASM and the
 * agent's never meet; nothing else may refer to it but by name.
 */
package org.sockeye.agent.transform;
