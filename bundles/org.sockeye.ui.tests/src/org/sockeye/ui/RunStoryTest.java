package org.sockeye.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sockeye.ui.testing.Programs;
import org.sockeye.ui.testing.TextbookProject;
import org.sockeye.ui.testing.Widgets;
import org.sockeye.ui.testing.Workbench;
import org.sockeye.ui.testing.WorkspaceLog;

@ExtendWith(WorkspaceLog.class)
class RunStoryTest {

    private static TextbookProject project;
    private static IProcess server;
    private static IProcess client;

    @BeforeAll
    static void serverAndClientHaveRun() throws Exception {
        Workbench.openSocketLab();
        project = TextbookProject.create("textbook");
        server = Programs.launch(project.type("TCPServer"), "server", ILaunchManager.RUN_MODE);
        Programs.awaitListening(server, "TCPServer");
        client = Programs.launch(project.type("TCPClient"), "client", ILaunchManager.RUN_MODE);
        Programs.type(client, "hello layers");
        Programs.awaitEnd(client);
        Workbench.await("the packets of the whole conversation are shown",
                () -> Widgets.rows(packets()).stream().anyMatch(row -> row.get(7).contains("FIN")));
    }

    @AfterAll
    static void everythingIsStopped() throws Exception {
        Programs.stopAll();
        project.delete();
    }

    @Test
    void clientPrintsTheAnswer() {
        assertEquals("FROM SERVER: HELLO LAYERS", Programs.output(client).strip());
    }

    @Test
    void consolesAreNamedAfterProgramAndHost() {
        assertEquals("TCPServer on server", server.getAttribute(IProcess.ATTR_PROCESS_LABEL));
        assertEquals("TCPClient on client", client.getAttribute(IProcess.ATTR_PROCESS_LABEL));
    }

    @Test
    void packetsShowTheHandshakeOnEveryLink() {
        List<List<String>> rows = Workbench.ui(() -> Widgets.rows(packets()));
        List<String> syns = rows.stream().filter(row -> row.get(7).contains("[SYN]")).map(row -> row.get(2)).toList();
        assertEquals(List.of("client→s1", "s1→r1", "r1→s2", "s2→server"), syns);
    }

    @Test
    void layersShowTheMessageInAllItsWrappings() {
        int row = rowOf("client→s1", 13);
        Workbench.ui(() -> Widgets.select(packets(), row));
        List<String> layers = Workbench.ui(() -> Widgets.items(Widgets.find(view(UiIds.LAYERS_VIEW), Tree.class)));
        assertEquals(5, layers.size(), () -> "layers shown: " + layers);
        assertTrue(layers.get(1).startsWith("Ethernet"), layers.get(1));
        assertTrue(layers.get(2).startsWith("IPv4"), layers.get(2));
        assertTrue(layers.get(3).startsWith("TCP"), layers.get(3));
    }

    @Test
    void pointingAtAByteExplainsItsField() {
        int row = rowOf("client→s1", 13);
        Workbench.ui(() -> Widgets.select(packets(), row));
        Workbench.ui(() -> Widgets.point(Widgets.find(view(UiIds.LAYERS_VIEW), Canvas.class,
                canvas -> canvas.getParent() instanceof ScrolledComposite), SWT.MouseMove, 60, 12));
        String explained = Workbench.ui(() -> labels(UiIds.LAYERS_VIEW));
        assertTrue(explained.contains("Destination"), explained);
    }

    @Test
    void clickingADeviceShowsThePacketAsItLeftThere() {
        int row = rowOf("client→s1", 13);
        Workbench.ui(() -> Widgets.select(packets(), row));
        Workbench.ui(() -> Widgets.point(Widgets.find(view(UiIds.LAYERS_VIEW), Canvas.class), SWT.MouseDown, 260, 20));
        List<String> selected = Workbench.ui(() -> Widgets.row(packets(), packets().getSelectionIndex()));
        assertEquals("r1→s2", selected.get(2));
        assertTrue(Workbench.ui(() -> labels(UiIds.LAYERS_VIEW)).contains("TTL 64→63"));
    }

    @Test
    void doubleClickOpensTheLineThatSent() {
        int row = rowOf("client→s1", 13);
        Workbench.ui(() -> Widgets.doubleClick(packets(), row));
        Workbench.await("the sending line is selected in the editor",
                () -> selectedLine() == TextbookProject.CLIENT_SENDS);
        assertEquals("TCPClient.java", Workbench.ui(() -> Workbench.page().getActiveEditor().getTitle()));
    }

    @Test
    void filterShowsOnlyWhatMatchesAndSaysWhatItDoesNotUnderstand() {
        int all = Workbench.ui(() -> packets().getItemCount());
        Workbench.ui(() -> filter().setText("tcp.flags.syn == 1"));
        Workbench.await("only SYN segments are shown", () -> packets().getItemCount() == 8);
        Workbench.ui(() -> filter().setText("tcp.flags.syn =="));
        Workbench.await("the mistake is explained", () -> labels().contains("column"));
        Workbench.ui(() -> filter().setText(""));
        Workbench.await("all packets are back", () -> packets().getItemCount() == all);
        assertFalse(Workbench.ui(() -> labels().contains("column")));
    }

    private static Table packets() {
        return Widgets.find(view(UiIds.PACKETS_VIEW), Table.class);
    }

    private static Text filter() {
        return Widgets.find(view(UiIds.PACKETS_VIEW), Text.class);
    }

    private static String labels() {
        return labels(UiIds.PACKETS_VIEW);
    }

    private static String labels(String view) {
        return Widgets.all(view(view), org.eclipse.swt.widgets.Label.class).stream()
                .map(org.eclipse.swt.widgets.Label::getText).collect(Collectors.joining("\n"));
    }

    private static IViewPart view(String id) {
        return Workbench.view(id);
    }

    /** The row of the segment with that many bytes of payload, on that link. */
    private static int rowOf(String where, int payload) {
        List<List<String>> rows = Workbench.ui(() -> Widgets.rows(packets()));
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).get(2).equals(where) && rows.get(i).get(7).contains("Len=" + payload)) {
                return i;
            }
        }
        throw new AssertionError("no such row: " + rows);
    }

    private static int selectedLine() {
        IEditorPart editor = Workbench.page().getActiveEditor();
        return editor instanceof ITextEditor text
                && text.getSelectionProvider().getSelection() instanceof ITextSelection selection
                        ? selection.getStartLine() + 1
                        : 0;
    }
}
