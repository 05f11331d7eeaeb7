package org.sockeye.ui.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sockeye.launching.grading.LabProject;
import org.sockeye.ui.testing.Workbench;
import org.sockeye.ui.testing.WorkspaceLog;

@ExtendWith(WorkspaceLog.class)
class NewLabWizardTest {

    private final IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("tcp-uppercase");
    private WizardDialog dialog;
    private NewLabWizard wizard;

    @BeforeEach
    void wizardIsOpen() {
        Workbench.openSocketLab();
        Workbench.ui(() -> {
            wizard = new NewLabWizard();
            wizard.init(PlatformUI.getWorkbench(), StructuredSelection.EMPTY);
            dialog = new WizardDialog(PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell(), wizard);
            dialog.setBlockOnOpen(false);
            dialog.open();
        });
    }

    @AfterEach
    void projectIsDeleted() throws Exception {
        Workbench.ui(() -> {
            if (dialog.getShell() != null) {
                dialog.close();
            }
            Workbench.page().closeAllEditors(false);
        });
        project.delete(IResource.FORCE | IResource.ALWAYS_DELETE_PROJECT_CONTENT, null);
    }

    @Test
    void finishMakesAJavaProjectOfTheStarterAndOpensIt() throws Exception {
        Workbench.ui(() -> assertTrue(wizard.performFinish()));
        assertEquals("tcp-uppercase", LabProject.of(project).orElseThrow().lab());
        assertTrue(project.getFile("src/TCPClient.java").exists());
        assertTrue(project.hasNature("org.eclipse.jdt.core.javanature"));
        assertEquals("TCPClient.java", Workbench.ui(() -> Workbench.page().getActiveEditor().getTitle()));
    }

    @Test
    void wizardShowsTheLabsAndTheirInstructions() {
        Workbench.picture("wizard");
        Workbench.ui(() -> assertTrue(wizard.canFinish()));
    }

    @Test
    void anEmptyNameIsRefusedInWords() {
        Workbench.ui(() -> {
            ((Text) find(wizard.getPages()[0].getControl())).setText("");
            assertFalse(wizard.canFinish());
            assertEquals(Messages.wizardNameEmpty, wizard.getPages()[0].getErrorMessage());
        });
    }

    private static Control find(Control area) {
        for (Control child : ((Composite) area).getChildren()) {
            if (child instanceof Text && (child.getStyle() & SWT.MULTI) == 0) {
                return child;
            }
        }
        throw new AssertionError("no text field");
    }
}
