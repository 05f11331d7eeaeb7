/** The agent's own connections to the network: calls and their replies, and the network's commands. */
package org.sockeye.agent.door;
