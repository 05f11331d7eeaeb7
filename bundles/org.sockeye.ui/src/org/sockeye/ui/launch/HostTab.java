package org.sockeye.ui.launch;

import java.util.List;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTab;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;
import org.sockeye.launching.LaunchAttributes;
import org.sockeye.launching.session.NetworkSettings;
import org.sockeye.ui.theme.Icons;

/** The tab that says on which host of which network a program runs. */
final class HostTab extends AbstractLaunchConfigurationTab {

    private record Fields(Combo host, Text topology, Text seed) {
    }

    private @Nullable Fields fields;

    @Override
    public String getName() {
        return Messages.tabName;
    }

    @Override
    public Image getImage() {
        return Icons.image("network");
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).applyTo(area);
        label(area, Messages.tabHost);
        Combo host = new Combo(area, SWT.DROP_DOWN);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(host);
        label(area, Messages.tabTopology);
        Text topology = new Text(area, SWT.BORDER);
        topology.setMessage(Messages.tabTopologyHint);
        topology.setToolTipText(Messages.tabTopologyHint);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(topology);
        Button browse = new Button(area, SWT.PUSH);
        browse.setText(Messages.tabBrowse);
        browse.addListener(SWT.Selection, event -> browse(topology));
        label(area, Messages.tabSeed);
        Text seed = new Text(area, SWT.BORDER);
        seed.setToolTipText(Messages.tabSeedHint);
        GridDataFactory.fillDefaults().span(2, 1).hint(80, SWT.DEFAULT).align(SWT.BEGINNING, SWT.CENTER).applyTo(seed);
        fields = new Fields(host, topology, seed);
        host.addModifyListener(event -> updateLaunchConfigurationDialog());
        topology.addModifyListener(event -> {
            offerHosts(host, topology.getText());
            updateLaunchConfigurationDialog();
        });
        seed.addModifyListener(event -> updateLaunchConfigurationDialog());
        setControl(area);
    }

    @Override
    public void setDefaults(ILaunchConfigurationWorkingCopy configuration) {
        configuration.setAttribute(LaunchAttributes.HOST, "client");
    }

    @Override
    public void initializeFrom(ILaunchConfiguration configuration) {
        Fields controls = fields;
        if (controls == null) {
            return;
        }
        try {
            NetworkSettings settings = NetworkSettings.of(configuration);
            String host = configuration.getAttribute(LaunchAttributes.HOST, "");
            controls.topology().setText(settings.topology());
            offerHosts(controls.host(), settings.topology());
            controls.host().setText(host);
            controls.seed().setText(Long.toString(settings.seed()));
        } catch (CoreException e) {
            setErrorMessage(e.getStatus().getMessage());
        }
    }

    @Override
    public void performApply(ILaunchConfigurationWorkingCopy configuration) {
        Fields controls = fields;
        if (controls != null) {
            configuration.setAttribute(LaunchAttributes.HOST, controls.host().getText().strip());
            configuration.setAttribute(LaunchAttributes.TOPOLOGY, controls.topology().getText().strip());
            configuration.setAttribute(LaunchAttributes.SEED, controls.seed().getText().strip());
        }
    }

    @Override
    public boolean isValid(ILaunchConfiguration configuration) {
        String problem = problem(configuration);
        setErrorMessage(problem);
        return problem == null;
    }

    private static @Nullable String problem(ILaunchConfiguration configuration) {
        try {
            if (!configuration.getAttribute(LaunchAttributes.SEED, "1").matches("-?\\d{1,18}")) {
                return Messages.errorSeed;
            }
            NetworkSettings.of(configuration).read();
            return configuration.getAttribute(LaunchAttributes.HOST, "").isEmpty() ? Messages.errorHost : null;
        } catch (CoreException e) {
            return e.getStatus().getMessage();
        }
    }

    private static void offerHosts(Combo host, String topology) {
        String text = host.getText();
        List<String> hosts;
        try {
            hosts = NetworkSettings.hosts(new NetworkSettings(topology, 1).read());
        } catch (CoreException e) {
            hosts = List.of();
        }
        host.setItems(hosts.toArray(String[]::new));
        host.setText(text);
    }

    private static void browse(Text topology) {
        FileDialog dialog = new FileDialog(topology.getShell(), SWT.OPEN);
        dialog.setFilterExtensions(new String[] { "*.yaml;*.yml", "*" });
        String file = dialog.open();
        if (file != null) {
            topology.setText(file);
        }
    }

    private static void label(Composite parent, String text) {
        new Label(parent, SWT.NONE).setText(text);
    }
}
