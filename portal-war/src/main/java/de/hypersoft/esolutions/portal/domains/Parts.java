package de.hypersoft.esolutions.portal.domains;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Utf8;
import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads the parts of an upload: never more than they may have, and a password never as a string. */
final class Parts {

    /** One byte more than is accepted, so that a file that is too large is told from one that just fits. */
    private static final int MOST_FILE = 256 * 1024 + 1;

    private static final int MOST_PASSWORD = 1024;

    private Parts() {}

    static String text(@Nullable EntityPart part) throws IOException {
        return part == null ? "" : Utf8.text(bytes(part, 200), "form");
    }

    static byte[] file(@Nullable EntityPart part) throws IOException {
        return part == null ? new byte[0] : bytes(part, MOST_FILE);
    }

    static char[] password(@Nullable EntityPart part) throws IOException {
        byte[] typed = part == null ? new byte[0] : bytes(part, MOST_PASSWORD + 1);
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

    private static byte[] bytes(EntityPart part, int most) throws IOException {
        try (InputStream content = part.getContent()) {
            return content.readNBytes(most);
        }
    }
}
