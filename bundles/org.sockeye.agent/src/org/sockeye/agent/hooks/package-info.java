/**
 * What the program's calls come to instead of the operating system: the Java library's natives for sockets and names,
 * and the calls that tell or spend time. Everything here keeps the signature of what it stands for, and answers as that
 * would: same results, same exceptions, same words.
 */
package org.sockeye.agent.hooks;
