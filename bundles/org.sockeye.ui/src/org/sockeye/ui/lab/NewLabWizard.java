package org.sockeye.ui.lab;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.wizards.newresource.BasicNewProjectResourceWizard;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.jspecify.annotations.Nullable;
import org.sockeye.launching.grading.LabProject;
import org.sockeye.launching.grading.LabSheet;

/** Makes a Java project from a lab's starter code and opens its files. */
public final class NewLabWizard extends Wizard implements INewWizard, IExecutableExtension {

    private final NewLabPage page;
    private @Nullable IConfigurationElement extension;

    public NewLabWizard() {
        page = new NewLabPage(Labs.all());
        setWindowTitle(Messages.wizardTitle);
        setNeedsProgressMonitor(true);
    }

    static void open(Shell shell) {
        NewLabWizard wizard = new NewLabWizard();
        wizard.init(PlatformUI.getWorkbench(), StructuredSelection.EMPTY);
        new WizardDialog(shell, wizard).open();
    }

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        extension = element;
    }

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        // The selection says nothing about the lab.
    }

    @Override
    public void addPages() {
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        LabSheet lab = page.lab();
        String name = page.projectName();
        try {
            LabProject[] made = new LabProject[1];
            getContainer().run(true, false, monitor -> {
                try {
                    made[0] = LabProject.create(name, lab.id(), monitor);
                } catch (CoreException e) {
                    throw new InvocationTargetException(e, e.getStatus().getMessage());
                }
            });
            BasicNewProjectResourceWizard.updatePerspective(extension);
            show(made[0]);
            return true;
        } catch (InvocationTargetException e) {
            ErrorDialog.openError(getShell(), Messages.wizardTitle, Messages.wizardFailed,
                    Status.error(String.valueOf(e.getMessage()), e.getCause()));
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Opens the starter's source files, the first of them on top. */
    private static void show(LabProject project) {
        IWorkbenchPage workbench = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
        BasicNewResourceWizard.selectAndReveal(project.project(), workbench.getWorkbenchWindow());
        try {
            for (IResource member : List.of(project.project().getFolder("src").members()).reversed()) {
                if (member instanceof IFile file && "java".equals(file.getFileExtension())) {
                    IDE.openEditor(workbench, file);
                }
            }
        } catch (CoreException e) {
            ErrorDialog.openError(workbench.getWorkbenchWindow().getShell(), Messages.wizardTitle, null, e.getStatus());
        }
    }
}
