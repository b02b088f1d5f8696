package de.hypersoft.esolutions.catalog;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/** Of all that a reader tells of its work, nothing. */
abstract class ReadProgress implements IIOReadProgressListener {

    @Override
    public void sequenceStarted(ImageReader source, int first) {}

    @Override
    public void sequenceComplete(ImageReader source) {}

    @Override
    public void imageStarted(ImageReader source, int image) {}

    @Override
    public void imageComplete(ImageReader source) {}

    @Override
    public void thumbnailStarted(ImageReader source, int image, int thumbnail) {}

    @Override
    public void thumbnailProgress(ImageReader source, float percent) {}

    @Override
    public void thumbnailComplete(ImageReader source) {}

    @Override
    public void readAborted(ImageReader source) {}
}
