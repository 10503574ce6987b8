package app.tandem.data;

import app.tandem.study.Split;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** A dataset as its files give it: which samples there are, and how one is decoded. */
interface SampleSource {

    /** The folder that it is read from. */
    Path folder();

    /** What identifies the content without decoding it: names, sizes and times of the files, and the split rule. */
    String fingerprint();

    /** What was already found wrong when the files were listed. */
    List<DatasetCheck.Problem> problems();

    /** Where the splits come from. */
    SplitOrigin origin();

    /** The shorter side of the first image in pixels, as its file's head tells; empty where none can be read. */
    OptionalInt imageSize();

    /** How many samples a split has, damaged ones included. */
    int count(Split split);

    /** The name of a sample, unique in its split. */
    String name(Split split, int index);

    /**
     * Decodes a sample: first the image with values 0…255, then the label of each task in order.
     *
     * @throws UnusableSampleException if a file is damaged and the sample is to be left out
     * @throws app.tandem.study.UserException if something is wrong that must be put right first
     */
    List<Decoded> read(Split split, int index) throws UnusableSampleException;
}
