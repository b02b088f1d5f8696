package de.hypersoft.esolutions.it.supply;

import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.apache.maven.artifact.versioning.InvalidVersionSpecificationException;
import org.apache.maven.artifact.versioning.VersionRange;

/**
 * What is known against a library, one row of {@code src/it/advisories.csv}.
 *
 * @param library   {@code group:artifact}; a {@code *} at its end stands for anything
 * @param affected  versions in Maven's words, such as {@code [2.0,2.3.25),[2.4.0,2.4.1)}; {@code ?} where nobody says
 * @param id        {@code CVE-...} or {@code GHSA-...}; {@code -} where nothing was found
 * @param what      in a few words
 * @param fixedIn   a version; {@code ?} where nobody says
 * @param judgement what we did about it
 * @param reason    why it may stay, may have semicolons; empty where no version of ours is affected
 */
record Advisory(
        String library, String affected, String id, String what, String fixedIn, Judgement judgement, String reason) {

    enum Judgement {
        /** Nothing that ships is affected; were it so one day, the build fails. */
        OPEN,
        /** Ships, and may: the reason says why nobody can use it against us. */
        ACCEPTED,
        /** Looked for, and nothing found. */
        NONE_FOUND,
        /** Not looked for, or no source to be had. */
        UNCHECKED
    }

    private static final int FIELDS = 7;

    /** @throws IllegalArgumentException for a row that is none, saying which */
    static Advisory of(String row) {
        String[] field = Stream.of(row.split(";", FIELDS)).map(String::strip).toArray(String[]::new);
        if (field.length != FIELDS) throw new IllegalArgumentException("not seven fields: " + row);
        Judgement judgement = Judgement.valueOf(field[5].replace(' ', '_').toUpperCase(java.util.Locale.ROOT));
        Advisory advisory = new Advisory(field[0], field[1], field[2], field[3], field[4], judgement, field[6]);
        if (judgement == Judgement.ACCEPTED && advisory.reason.isEmpty())
            throw new IllegalArgumentException("accepted without a reason: " + row);
        if (advisory.isFinding()) advisory.ranges();
        return advisory;
    }

    /** Whether something is known; the other rows only say that somebody looked, or did not. */
    boolean isFinding() {
        return judgement == Judgement.OPEN || judgement == Judgement.ACCEPTED;
    }

    boolean isOf(String groupAndArtifact) {
        return library.endsWith("*")
                ? groupAndArtifact.startsWith(library.substring(0, library.length() - 1))
                : groupAndArtifact.equals(library);
    }

    /** Where nobody says which versions are affected, all are. */
    boolean affects(String groupAndArtifact, String version) {
        if (!isFinding() || !isOf(groupAndArtifact)) return false;
        DefaultArtifactVersion ours = new DefaultArtifactVersion(version);
        return affected.equals("?") || ranges().stream().anyMatch(range -> range.containsVersion(ours));
    }

    private List<VersionRange> ranges() {
        try {
            return affected.equals("?") ? List.of() : List.of(VersionRange.createFromVersionSpec(affected));
        } catch (InvalidVersionSpecificationException e) {
            throw new IllegalArgumentException("no versions: " + affected, e);
        }
    }
}
