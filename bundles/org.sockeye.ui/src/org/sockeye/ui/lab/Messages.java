package org.sockeye.ui.lab;

import org.eclipse.osgi.util.NLS;
import org.jspecify.annotations.NullUnmarked;

/** The texts of this package; NLS sets them. */
@NullUnmarked
final class Messages extends NLS {

    public static String projectLabel;
    public static String projectItem;
    public static String empty;
    public static String newProject;
    public static String grade;
    public static String grading;
    public static String points;
    public static String possible;
    public static String checkPoints;
    public static String checksName;
    public static String pickCheck;
    public static String passedFeedback;
    public static String skippedFeedback;
    public static String brokenFeedback;
    public static String hint;
    public static String place;
    public static String gradeFailed;
    public static String noLab;
    public static String wizardTitle;
    public static String wizardPageTitle;
    public static String wizardPageText;
    public static String wizardLab;
    public static String wizardName;
    public static String wizardNameEmpty;
    public static String wizardNameTaken;
    public static String wizardLabItem;
    public static String wizardFailed;

    static {
        NLS.initializeMessages("org.sockeye.ui.lab.messages", Messages.class);
    }

    private Messages() {
    }
}
