package org.sockeye.ui.lab;

import java.util.List;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.sockeye.launching.grading.LabSheet;
import org.sockeye.ui.markdown.MarkdownPage;

/** Which lab, and what the project is called. */
final class NewLabPage extends WizardPage {

    private final List<LabSheet> labs;
    private LabSheet lab;
    private String projectName;
    private boolean renamed;

    NewLabPage(List<LabSheet> labs) {
        super("lab", Messages.wizardPageTitle, null);
        this.labs = labs;
        lab = labs.isEmpty() ? LabSheet.NONE : labs.get(0);
        projectName = lab.id();
        setDescription(Messages.wizardPageText);
    }

    LabSheet lab() {
        return lab;
    }

    String projectName() {
        return projectName;
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).applyTo(area);
        Label label = new Label(area, SWT.NONE);
        label.setText(Messages.wizardLab);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(label);
        org.eclipse.swt.widgets.List choice = new org.eclipse.swt.widgets.List(area,
                SWT.SINGLE | SWT.BORDER | SWT.V_SCROLL);
        labs.forEach(each -> choice.add(NLS.bind(Messages.wizardLabItem, each.id(), each.title())));
        choice.select(0);
        GridDataFactory.fillDefaults().grab(true, false).hint(420, 90).applyTo(choice);
        new Label(area, SWT.NONE).setText(Messages.wizardName);
        Text name = new Text(area, SWT.BORDER);
        name.setText(projectName);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
        MarkdownPage preview = new MarkdownPage(area);
        preview.show(lab.instructions());
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(480, 220).applyTo(preview.widget());
        choice.addListener(SWT.Selection, event -> {
            lab = labs.get(choice.getSelectionIndex());
            preview.show(lab.instructions());
            if (!renamed) {
                name.setText(lab.id());
                renamed = false;
            }
            validate();
        });
        name.addModifyListener(event -> {
            projectName = name.getText().strip();
            renamed = !projectName.equals(lab.id());
            validate();
        });
        setControl(area);
        validate();
    }

    private void validate() {
        IWorkspace workspace = ResourcesPlugin.getWorkspace();
        IStatus name = workspace.validateName(projectName, IResource.PROJECT);
        if (projectName.isEmpty()) {
            setErrorMessage(Messages.wizardNameEmpty);
        } else if (!name.isOK()) {
            setErrorMessage(name.getMessage());
        } else if (workspace.getRoot().getProject(projectName).exists()) {
            setErrorMessage(NLS.bind(Messages.wizardNameTaken, projectName));
        } else {
            setErrorMessage(null);
        }
        setPageComplete(getErrorMessage() == null && !labs.isEmpty());
    }
}
