package de.hypersoft.esolutions.portal.domains;

import de.hypersoft.esolutions.certificates.pfx.SentFile;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.portal.access.Upload;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The parts of an upload: never more than they may have, and a password never as a string. */
final class UploadParts {

    private static final int MOST_PASSWORD = 1024;

    static final Map<String, Integer> MOST = Map.of("pfx", 256 * 1024, "password", MOST_PASSWORD);

    private UploadParts() {}

    static List<SentFile> files(Upload.Parts parts) {
        return parts.all("pfx").stream()
                .map(part -> new SentFile(part.fileName(), part.content()))
                .toList();
    }

    /** The bytes that came are wiped. */
    static char[] password(Upload.Parts parts) {
        byte[] typed = parts.bytes("password");
        try {
            if (typed.length > MOST_PASSWORD) throw new Invalid("too-long", "the password is too long", "password");
            CharBuffer read = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(typed));
            char[] password = Arrays.copyOf(read.array(), read.length());
            Arrays.fill(read.array(), '\0');
            return password;
        } finally {
            Arrays.fill(typed, (byte) 0);
        }
    }
}
