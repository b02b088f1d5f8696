package de.hypersoft.esolutions.inventory;

import java.util.Comparator;

/** The name of a library in Maven's world. */
record Coordinates(String group, String artifact, String version) implements Comparable<Coordinates> {

    private static final Comparator<Coordinates> ORDER = Comparator.comparing(Coordinates::group)
            .thenComparing(Coordinates::artifact)
            .thenComparing(Coordinates::version);

    /** The library of any version: {@code group:artifact}. */
    String library() {
        return group + ":" + artifact;
    }

    String purl() {
        return "pkg:maven/" + group + "/" + artifact + "@" + version + "?type=jar";
    }

    boolean ours() {
        return group.equals("de.hypersoft.esolutions");
    }

    /** Whether a file of this name is what a repository would call this library. */
    boolean named(String fileName) {
        return fileName.equals(artifact + ".jar") || fileName.startsWith(artifact + "-" + version);
    }

    @Override
    public int compareTo(Coordinates other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return library() + ":" + version;
    }
}
