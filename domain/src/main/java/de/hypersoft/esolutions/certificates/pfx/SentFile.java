package de.hypersoft.esolutions.certificates.pfx;

/**
 * A file as a person chose it.
 *
 * @param name as its sender calls it, to be shown; empty when it has none
 */
@SuppressWarnings("ArrayRecordComponent") // handed through, never compared
public record SentFile(String name, byte[] content) {

    private static final int LONGEST_NAME = 100;

    public SentFile {
        String bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cc}\\p{Cf}]", "");
        name = bare.length() > LONGEST_NAME ? bare.substring(bare.length() - LONGEST_NAME) : bare;
    }
}
