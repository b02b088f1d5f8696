package de.hypersoft.esolutions.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Rewrites a PFX of OpenSSL as Windows would have written it: without the NULL behind the name of the seal's hash. */
final class WindowsPfx {

    /** Behind it: the NULL. Before it: the seal, its digest, and the hash, each with a length of one byte. */
    private static final byte[] SHA_256 = {6, 9, 0x60, (byte) 0x86, 0x48, 1, 0x65, 3, 4, 2, 1, 5, 0};

    private WindowsPfx() {}

    static Path of(Path openssl) throws IOException {
        byte[] file = Files.readAllBytes(openssl);
        int at = file.length - SHA_256.length;
        while (!Arrays.equals(file, at, at + SHA_256.length, SHA_256, 0, SHA_256.length)) at--;
        int behind = at + SHA_256.length;
        byte[] shorter = Arrays.copyOf(file, file.length - 2);
        System.arraycopy(file, behind, shorter, behind - 2, file.length - behind);
        for (int length : new int[] {at - 1, at - 3, at - 5}) shorter[length] -= 2;
        int all = ((file[2] & 0xFF) << 8 | file[3] & 0xFF) - 2;
        shorter[2] = (byte) (all >> 8);
        shorter[3] = (byte) all;
        return Files.write(openssl.resolveSibling("windows-style.pfx"), shorter);
    }
}
