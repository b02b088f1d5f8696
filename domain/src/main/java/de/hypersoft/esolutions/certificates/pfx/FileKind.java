package de.hypersoft.esolutions.certificates.pfx;

import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.EMPTY_FILE;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.IS_ARCHIVE;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.IS_JAVA_KEY_STORE;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.IS_KEY;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.IS_REQUEST;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.IS_SSH_KEY;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.IS_TEXT;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.NESTED_TOO_DEEP;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.NOT_A_PFX;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.TOO_LARGE;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.TRAILING_BYTES;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.TRUNCATED;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;

/** Tells what people handed in instead of a PFX: they mostly hand in the right thing in the wrong form. */
public final class FileKind {

    public static final int MOST_BYTES = 256 * 1024;
    private static final int DEEPEST = 32;
    /** Version, subject, key, attributes; a certificate has more. */
    private static final int MOST_OF_REQUEST = 4;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Archive(String name, int... start) {}

    private static final List<Archive> ARCHIVES = List.of(
            new Archive("ZIP", 'P', 'K', 3, 4),
            new Archive("7z", '7', 'z', 0xBC, 0xAF, 0x27, 0x1C),
            new Archive("RAR", 'R', 'a', 'r', '!', 0x1A, 7),
            new Archive("gzip", 0x1F, 0x8B, 8),
            new Archive("bzip2", 'B', 'Z', 'h'),
            new Archive("xz", 0xFD, '7', 'z', 'X', 'Z', 0),
            new Archive("CAB", 'M', 'S', 'C', 'F'));

    private FileKind() {}

    /** The one ASN.1 value that the file is. */
    static ASN1Primitive asn1(byte[] file) throws Unacceptable {
        if (file.length == 0) throw new Unacceptable(EMPTY_FILE);
        if (isText(new String(file, StandardCharsets.ISO_8859_1))) throw new Unacceptable(IS_TEXT);
        if (file[0] != 0x30) throw new Unacceptable(NOT_A_PFX);
        checkLength(file);
        try (ASN1InputStream in = new ASN1InputStream(file)) {
            ASN1Primitive value = in.readObject();
            if (value == null) throw new Unacceptable(NOT_A_PFX);
            if (in.read() >= 0) throw new Unacceptable(TRAILING_BYTES);
            return value;
        } catch (EOFException e) {
            throw new Unacceptable(TRUNCATED);
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException e) {
            throw new Unacceptable(NOT_A_PFX);
        }
    }

    static boolean isCertificate(ASN1Sequence outer) {
        return isSigned(outer) && ((ASN1Sequence) outer.getObjectAt(0)).size() > MOST_OF_REQUEST;
    }

    /** A P7B, or what else is wrapped and says what it is. */
    static boolean isCertificateList(ASN1Sequence outer) {
        return outer.size() == 2 && PKCSObjectIdentifiers.signedData.equals(outer.getObjectAt(0));
    }

    /** What is ASN.1, but neither a PFX nor certificates. */
    static void refuseOther(ASN1Sequence outer) throws Unacceptable {
        if (outer.size() == 0) throw new Unacceptable(NOT_A_PFX);
        var first = outer.getObjectAt(0);
        if (isSigned(outer)) throw new Unacceptable(IS_REQUEST);
        if (key(outer).isPresent()) throw new Unacceptable(IS_KEY);
        if (!(first instanceof ASN1Integer) || outer.size() < 2) throw new Unacceptable(NOT_A_PFX);
    }

    /** By what name PEM calls a key of this form; empty when it is none. */
    static Optional<String> key(ASN1Primitive value) {
        if (!(value instanceof ASN1Sequence outer) || outer.size() < 2) return Optional.empty();
        var first = outer.getObjectAt(0);
        var second = outer.getObjectAt(1);
        boolean sealed = first instanceof ASN1Sequence && second instanceof ASN1OctetString && outer.size() == 2;
        if (sealed) return Optional.of("ENCRYPTED PRIVATE KEY");
        if (!(first instanceof ASN1Integer)) return Optional.empty();
        if (second instanceof ASN1OctetString) return Optional.of("EC PRIVATE KEY");
        if (outer.size() >= 9 && second instanceof ASN1Integer) return Optional.of("RSA PRIVATE KEY");
        boolean pkcs8 = outer.size() >= 3 && outer.getObjectAt(2) instanceof ASN1OctetString;
        return pkcs8 ? Optional.of("PRIVATE KEY") : Optional.empty();
    }

    private static boolean isSigned(ASN1Sequence outer) {
        return outer.size() == 3
                && outer.getObjectAt(0) instanceof ASN1Sequence
                && outer.getObjectAt(2) instanceof ASN1BitString;
    }

    /** What is nothing of all this, told by its first bytes. */
    static void refuseOther(byte[] file) throws Unacceptable {
        if (file.length == 0) throw new Unacceptable(EMPTY_FILE);
        if (file.length > MOST_BYTES) throw new Unacceptable(TOO_LARGE, String.valueOf(MOST_BYTES / 1024));
        if (starts(file, 0xFE, 0xED, 0xFE, 0xED) || starts(file, 0xCE, 0xCE, 0xCE, 0xCE))
            throw new Unacceptable(IS_JAVA_KEY_STORE);
        if (text(file).startsWith("PuTTY-User-Key-File")) throw new Unacceptable(IS_SSH_KEY);
        for (Archive archive : ARCHIVES)
            if (starts(file, archive.start())) throw new Unacceptable(IS_ARCHIVE, archive.name());
    }

    /** The text of a PEM file; empty when it is none. */
    static Optional<String> pem(byte[] file) {
        String text = text(file);
        return text.contains("-----BEGIN ") && !isLongAsn1(text) ? Optional.of(text) : Optional.empty();
    }

    /** As an editor would show it: Windows saves texts in UTF-16 too. */
    static String text(byte[] file) {
        if (starts(file, 0xFF, 0xFE)) return new String(file, 2, file.length - 2, StandardCharsets.UTF_16LE);
        if (starts(file, 0xFE, 0xFF)) return new String(file, 2, file.length - 2, StandardCharsets.UTF_16BE);
        int mark = starts(file, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        return new String(file, mark, file.length - mark, StandardCharsets.ISO_8859_1);
    }

    private static boolean isText(String text) {
        return !isLongAsn1(text)
                && text.chars()
                        .limit(512)
                        .allMatch(c -> c == '\t' || c == '\n' || c == '\r' || (c >= 32 && c != 127 && c < 256))
                && text.chars().limit(64).filter(c -> c < 127).count() > 8;
    }

    private static boolean isLongAsn1(String text) {
        return text.length() > 1 && text.charAt(0) == 0x30 && text.charAt(1) >= 0x80;
    }

    private static boolean starts(byte[] file, int... bytes) {
        if (file.length < bytes.length) return false;
        for (int i = 0; i < bytes.length; i++) if ((file[i] & 0xFF) != bytes[i]) return false;
        return true;
    }

    /**
     * Length and depth are looked at before the parser, which would copy or recurse first: the outer value must be as
     * long as the file says, and definite values are nested at most {@value #DEEPEST} deep.
     */
    private static void checkLength(byte[] file) throws Unacceptable {
        Asn1Header outer = Asn1Header.at(file, 0, file.length);
        if (outer == null) throw new Unacceptable(NOT_A_PFX);
        if (outer.indefinite()) {
            if (Asn1Header.walk(checkDepth(file), DEEPEST) == Asn1Header.Walk.RAN_OUT)
                throw new Unacceptable(TRUNCATED);
            return;
        }
        if (outer.end() > file.length) throw new Unacceptable(TRUNCATED);
        if (outer.end() < file.length) throw new Unacceptable(TRAILING_BYTES);
        checkDepth(file);
    }

    /** Also for what lies wrapped or encrypted inside. */
    static byte[] checkDepth(byte[] asn1) throws Unacceptable {
        if (Asn1Header.walk(asn1, DEEPEST) == Asn1Header.Walk.TOO_DEEP) throw new Unacceptable(NESTED_TOO_DEEP);
        return asn1;
    }
}
