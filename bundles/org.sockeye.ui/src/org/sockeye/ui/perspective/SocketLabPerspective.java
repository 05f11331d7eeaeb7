package org.sockeye.ui.perspective;

import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.jdt.ui.JavaUI;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.console.IConsoleConstants;
import org.sockeye.ui.UiIds;

/** Lab and projects on the left, code and network in the middle, packets and what is in them below. */
public final class SocketLabPerspective implements IPerspectiveFactory {

    @Override
    public void createInitialLayout(IPageLayout layout) {
        String editor = layout.getEditorArea();
        IFolderLayout left = layout.createFolder("left", IPageLayout.LEFT, 0.24f, editor);
        left.addView(UiIds.LAB_VIEW);
        left.addView(JavaUI.ID_PACKAGES);
        left.addView(IDebugUIConstants.ID_DEBUG_VIEW);
        IFolderLayout bottom = layout.createFolder("bottom", IPageLayout.BOTTOM, 0.43f, editor);
        bottom.addView(UiIds.PACKETS_VIEW);
        bottom.addView(IConsoleConstants.ID_CONSOLE_VIEW);
        bottom.addView(IPageLayout.ID_PROBLEM_VIEW);
        IFolderLayout right = layout.createFolder("right", IPageLayout.RIGHT, 0.5f, editor);
        right.addView(UiIds.NETWORK_VIEW);
        right.addView(IDebugUIConstants.ID_VARIABLE_VIEW);
        right.addView(IDebugUIConstants.ID_BREAKPOINT_VIEW);
        IFolderLayout details = layout.createFolder("details", IPageLayout.RIGHT, 0.54f, "bottom");
        details.addView(UiIds.LAYERS_VIEW);
        addShortcuts(layout);
    }

    private static void addShortcuts(IPageLayout layout) {
        layout.addActionSet(IDebugUIConstants.LAUNCH_ACTION_SET);
        layout.addActionSet(IDebugUIConstants.DEBUG_ACTION_SET);
        layout.addActionSet(JavaUI.ID_ACTION_SET);
        layout.addActionSet(JavaUI.ID_ELEMENT_CREATION_ACTION_SET);
        layout.addNewWizardShortcut(UiIds.NEW_LAB_WIZARD);
        layout.addNewWizardShortcut("org.eclipse.jdt.ui.wizards.JavaProjectWizard");
        layout.addNewWizardShortcut("org.eclipse.jdt.ui.wizards.NewClassCreationWizard");
        layout.addShowViewShortcut(UiIds.LAB_VIEW);
        layout.addShowViewShortcut(UiIds.NETWORK_VIEW);
        layout.addShowViewShortcut(UiIds.PACKETS_VIEW);
        layout.addShowViewShortcut(UiIds.LAYERS_VIEW);
        layout.addShowViewShortcut(IConsoleConstants.ID_CONSOLE_VIEW);
        layout.addPerspectiveShortcut(JavaUI.ID_PERSPECTIVE);
        layout.addPerspectiveShortcut(IDebugUIConstants.ID_DEBUG_PERSPECTIVE);
    }
}
