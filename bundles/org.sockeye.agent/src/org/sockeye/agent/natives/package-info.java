/** The Java library's own natives as the agent calls them. Knows nothing of what they are called for. */
package org.sockeye.agent.natives;
