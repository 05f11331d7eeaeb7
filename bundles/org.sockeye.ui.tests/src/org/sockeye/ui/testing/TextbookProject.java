package org.sockeye.ui.testing;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jdt.core.IClasspathEntry;
import org.eclipse.jdt.core.IJavaProject;
import org.eclipse.jdt.core.IType;
import org.eclipse.jdt.core.JavaCore;
import org.eclipse.jdt.launching.JavaRuntime;

/** A Java project with the pair of programs that every textbook has: a line goes there and comes back in capitals. */
public final class TextbookProject {

    private static final String CLIENT = """
            import java.io.*;
            import java.net.*;

            class TCPClient {

                public static void main(String argv[]) throws Exception {
                    String sentence;
                    String modifiedSentence;
                    BufferedReader inFromUser = new BufferedReader(new InputStreamReader(System.in));
                    Socket clientSocket = new Socket("localhost", 6789);
                    DataOutputStream outToServer = new DataOutputStream(clientSocket.getOutputStream());
                    BufferedReader inFromServer =
                            new BufferedReader(new InputStreamReader(clientSocket.getInputStream()));
                    sentence = inFromUser.readLine();
                    outToServer.write((sentence + '\\n').getBytes());
                    modifiedSentence = inFromServer.readLine();
                    System.out.println("FROM SERVER: " + modifiedSentence);
                    clientSocket.close();
                }
            }
            """;

    private static final String SERVER = """
            import java.io.*;
            import java.net.*;

            class TCPServer {

                public static void main(String argv[]) throws Exception {
                    String clientSentence;
                    String capitalizedSentence;
                    ServerSocket welcomeSocket = new ServerSocket(6789);
                    while (true) {
                        Socket connectionSocket = welcomeSocket.accept();
                        BufferedReader inFromClient =
                                new BufferedReader(new InputStreamReader(connectionSocket.getInputStream()));
                        DataOutputStream outToClient = new DataOutputStream(connectionSocket.getOutputStream());
                        clientSentence = inFromClient.readLine();
                        capitalizedSentence = clientSentence.toUpperCase() + '\\n';
                        outToClient.write(capitalizedSentence.getBytes());
                    }
                }
            }
            """;

    /** The line of TCPClient that sends. */
    public static final int CLIENT_SENDS = lineOf(CLIENT, "outToServer.write(");

    /** The line of TCPClient that waits for the answer. */
    public static final int CLIENT_READS = lineOf(CLIENT, "inFromServer.readLine(");

    private final IJavaProject project;

    private TextbookProject(IJavaProject project) {
        this.project = project;
    }

    /** Creates the project and compiles it. */
    public static TextbookProject create(String name) throws CoreException {
        IWorkspace workspace = ResourcesPlugin.getWorkspace();
        IProject project = workspace.getRoot().getProject(name);
        project.create(null);
        project.open(null);
        IProjectDescription description = project.getDescription();
        description.setNatureIds(new String[] { JavaCore.NATURE_ID });
        project.setDescription(description, null);
        IFolder source = project.getFolder("src");
        source.create(true, true, null);
        write(source, "TCPClient.java", CLIENT);
        write(source, "TCPServer.java", SERVER);
        IJavaProject java = JavaCore.create(project);
        java.setRawClasspath(
                new IClasspathEntry[] { JavaCore.newSourceEntry(source.getFullPath()),
                        JavaCore.newContainerEntry(JavaRuntime.newDefaultJREContainerPath()) },
                project.getFolder("bin").getFullPath(), null);
        project.build(IncrementalProjectBuilder.FULL_BUILD, null);
        for (IMarker marker : project.findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_INFINITE)) {
            if (marker.getAttribute(IMarker.SEVERITY, 0) == IMarker.SEVERITY_ERROR) {
                throw new AssertionError(marker.getAttribute(IMarker.MESSAGE, "an error"));
            }
        }
        return new TextbookProject(java);
    }

    public IType type(String name) throws CoreException {
        return project.findType(name);
    }

    public IProject project() {
        return project.getProject();
    }

    public void delete() throws CoreException {
        project.getProject().delete(IResource.FORCE | IResource.ALWAYS_DELETE_PROJECT_CONTENT, null);
    }

    private static void write(IFolder folder, String name, String text) throws CoreException {
        folder.getFile(name).create(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), true, null);
    }

    private static int lineOf(String source, String text) {
        return (int) source.substring(0, source.indexOf(text)).lines().count();
    }
}
