/** What the agent and the network say to each other. */
package org.sockeye.agent.protocol;
