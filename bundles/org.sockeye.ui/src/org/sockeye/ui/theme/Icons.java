package org.sockeye.ui.theme;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;

/** The bundle's icons, by file name without its end. Images belong to the workbench: nobody disposes them. */
public final class Icons {

    private Icons() {
    }

    public static ImageDescriptor descriptor(String name) {
        return ResourceLocator.imageDescriptorFromBundle(Icons.class, "icons/" + name + ".svg")
                .orElseGet(ImageDescriptor::getMissingImageDescriptor);
    }

    public static Image image(String name) {
        String key = "org.sockeye.ui/" + name;
        Image image = JFaceResources.getImage(key);
        if (image == null) {
            JFaceResources.getImageRegistry().put(key, descriptor(name));
            image = JFaceResources.getImage(key);
        }
        return image;
    }
}
