package org.sockeye.ui.launch;

import java.util.List;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/** Asks on which host a program runs. */
final class HostQuestion extends TitleAreaDialog {

    private final String program;
    private final List<String> hosts;
    private String host;

    /** @param guess the host that is chosen at first */
    HostQuestion(Shell parent, String program, List<String> hosts, String guess) {
        super(parent);
        this.program = program;
        this.hosts = hosts;
        host = guess;
    }

    /** The host chosen. */
    String host() {
        return host;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.askTitle);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(NLS.bind(Messages.askHeading, program));
        setMessage(Messages.askMessage);
        Composite area = (Composite) super.createDialogArea(parent);
        Composite choices = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(16, 12).applyTo(choices);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(choices);
        for (String each : hosts) {
            Button choice = new Button(choices, SWT.RADIO);
            choice.setText(each);
            choice.setSelection(each.equals(host));
            choice.addListener(SWT.Selection, event -> {
                if (choice.getSelection()) {
                    host = each;
                }
            });
        }
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.askRun, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }
}
