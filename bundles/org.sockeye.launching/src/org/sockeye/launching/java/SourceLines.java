package org.sockeye.launching.java;

import java.util.Optional;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jdt.core.IJavaProject;
import org.eclipse.jdt.core.IType;
import org.eclipse.jdt.core.JavaCore;
import org.eclipse.jdt.core.search.IJavaSearchConstants;
import org.eclipse.jdt.core.search.SearchEngine;
import org.eclipse.jdt.core.search.SearchMatch;
import org.eclipse.jdt.core.search.SearchParticipant;
import org.eclipse.jdt.core.search.SearchPattern;
import org.eclipse.jdt.core.search.SearchRequestor;
import org.jspecify.annotations.Nullable;
import org.sockeye.stack.trace.Origin;

/** Finds the source of the code that sent a message. */
public final class SourceLines {

    private SourceLines() {
    }

    /**
     * The workspace's top-level class that contains the sending line. Reads files, and may wait for the index: not for the
     * UI thread.
     */
    public static Optional<IType> find(Origin origin, @Nullable IProgressMonitor monitor) throws CoreException {
        String outer = origin.className().split("\\$", 2)[0];
        if (outer.isEmpty()) {
            return Optional.empty();
        }
        Optional<IType> byName = byName(outer);
        return byName.isPresent() ? byName : search(outer, monitor);
    }

    /** A class in a file of its own name, which is found without an index. */
    private static Optional<IType> byName(String name) throws CoreException {
        for (IJavaProject project : JavaCore.create(ResourcesPlugin.getWorkspace().getRoot()).getJavaProjects()) {
            IType type = project.findType(name);
            if (type != null && !type.isBinary()) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private static Optional<IType> search(String outer, @Nullable IProgressMonitor monitor) throws CoreException {
        SearchPattern pattern = SearchPattern.createPattern(outer, IJavaSearchConstants.TYPE,
                IJavaSearchConstants.DECLARATIONS, SearchPattern.R_EXACT_MATCH | SearchPattern.R_CASE_SENSITIVE);
        First first = new First(outer);
        new SearchEngine().search(pattern, new SearchParticipant[] { SearchEngine.getDefaultSearchParticipant() },
                SearchEngine.createWorkspaceScope(), first, SubMonitor.convert(monitor));
        return Optional.ofNullable(first.found);
    }

    private static final class First extends SearchRequestor {

        private final String name;
        private @Nullable IType found;

        First(String name) {
            this.name = name;
        }

        @Override
        public void acceptSearchMatch(SearchMatch match) {
            if (found == null && match.getElement() instanceof IType type && !type.isBinary()
                    && type.getFullyQualifiedName().equals(name)) {
                found = type;
            }
        }
    }
}
