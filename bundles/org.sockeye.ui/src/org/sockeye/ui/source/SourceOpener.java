package org.sockeye.ui.source;

import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.core.IType;
import org.eclipse.jdt.ui.JavaUI;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchSite;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.texteditor.ITextEditor;
import org.sockeye.inspect.PacketRow;
import org.sockeye.launching.java.SourceLines;
import org.sockeye.stack.trace.Origin;
import org.sockeye.ui.trace.UiThread;

/** Opens the source line that sent a packet's bytes. */
public final class SourceOpener {

    /** The job that searches belongs to this family, so that somebody can wait for it. */
    public static final Object FAMILY = SourceOpener.class;

    private SourceOpener() {
    }

    /** Opens the line that sent the first message in the packet; says so in the status line if there is none. */
    public static void open(PacketRow packet, IWorkbenchSite site) {
        if (packet.origins().isEmpty()) {
            say(site, NLS.bind(Messages.noProgram, packet.info()));
        } else {
            open(packet.origins().get(0), site);
        }
    }

    private static void open(Origin origin, IWorkbenchSite site) {
        Job job = new Job(NLS.bind(Messages.searching, origin.place())) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                try {
                    Optional<IType> type = SourceLines.find(origin, monitor);
                    UiThread.run(() -> type.ifPresentOrElse(found -> reveal(found, origin.line()),
                            () -> say(site, NLS.bind(Messages.notFound, origin.place()))));
                    return Status.OK_STATUS;
                } catch (CoreException e) {
                    return e.getStatus();
                }
            }

            @Override
            public boolean belongsTo(Object family) {
                return family == FAMILY;
            }
        };
        job.schedule();
    }

    private static void reveal(IType type, int line) {
        try {
            IEditorPart editor = JavaUI.openInEditor(type, true, false);
            if (editor instanceof ITextEditor text) {
                IDocument document = text.getDocumentProvider().getDocument(text.getEditorInput());
                IRegion region = document.getLineInformation(Math.min(line, document.getNumberOfLines()) - 1);
                text.selectAndReveal(region.getOffset(), region.getLength());
            }
        } catch (CoreException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
        } catch (BadLocationException e) {
            // The editor has just been emptied: there is no line to show.
        }
    }

    private static void say(IWorkbenchSite site, String text) {
        if (site instanceof IViewSite view) {
            IStatusLineManager line = view.getActionBars().getStatusLineManager();
            line.setMessage(text);
        }
    }
}
