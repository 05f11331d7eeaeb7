package org.sockeye.labs.format;

/**
 * A part that one of the student's programs plays.
 *
 * @param name what checks call it, such as "server"
 * @param mainClass the simple name of the class with its main method, such as "TCPServer"
 * @param host the host that it runs on
 */
public record Role(String name, String mainClass, String host) {
}
