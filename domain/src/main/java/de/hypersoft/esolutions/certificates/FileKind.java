package de.hypersoft.esolutions.certificates;

import static de.hypersoft.esolutions.certificates.Finding.Kind.EMPTY_FILE;
import static de.hypersoft.esolutions.certificates.Finding.Kind.IS_CERTIFICATE;
import static de.hypersoft.esolutions.certificates.Finding.Kind.IS_CERTIFICATE_LIST;
import static de.hypersoft.esolutions.certificates.Finding.Kind.IS_JAVA_KEY_STORE;
import static de.hypersoft.esolutions.certificates.Finding.Kind.IS_KEY;
import static de.hypersoft.esolutions.certificates.Finding.Kind.IS_PEM_CERTIFICATE;
import static de.hypersoft.esolutions.certificates.Finding.Kind.IS_PEM_KEY;
import static de.hypersoft.esolutions.certificates.Finding.Kind.IS_PEM_OTHER;
import static de.hypersoft.esolutions.certificates.Finding.Kind.IS_PEM_REQUEST;
import static de.hypersoft.esolutions.certificates.Finding.Kind.IS_REQUEST;
import static de.hypersoft.esolutions.certificates.Finding.Kind.IS_TEXT;
import static de.hypersoft.esolutions.certificates.Finding.Kind.IS_ZIP;
import static de.hypersoft.esolutions.certificates.Finding.Kind.NESTED_TOO_DEEP;
import static de.hypersoft.esolutions.certificates.Finding.Kind.NOT_A_PFX;
import static de.hypersoft.esolutions.certificates.Finding.Kind.TOO_LARGE;
import static de.hypersoft.esolutions.certificates.Finding.Kind.TRAILING_BYTES;
import static de.hypersoft.esolutions.certificates.Finding.Kind.TRUNCATED;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;

/** Tells what people handed in instead of a PFX: they mostly hand in the right thing in the wrong form. */
final class FileKind {

    static final int MOST_BYTES = 256 * 1024;
    private static final int DEEPEST = 32;

    private FileKind() {}

    /** The one ASN.1 value that the file is. */
    static ASN1Primitive asn1(byte[] file) throws Unacceptable {
        refuseOther(file);
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

    /** What is ASN.1, but something else. */
    static void refuseOther(ASN1Sequence outer) throws Unacceptable {
        if (outer.size() == 0) throw new Unacceptable(NOT_A_PFX);
        var first = outer.getObjectAt(0);
        if (first instanceof ASN1ObjectIdentifier) throw new Unacceptable(IS_CERTIFICATE_LIST);
        if (first instanceof ASN1Sequence inner) {
            if (outer.size() == 3 && outer.getObjectAt(2) instanceof ASN1BitString)
                throw new Unacceptable(inner.size() <= 4 ? IS_REQUEST : IS_CERTIFICATE);
            if (outer.size() == 2 && outer.getObjectAt(1) instanceof ASN1OctetString) throw new Unacceptable(IS_KEY);
        }
        if (!(first instanceof ASN1Integer) || outer.size() < 2) throw new Unacceptable(NOT_A_PFX);
        var second = outer.getObjectAt(1);
        boolean pkcs8 = outer.size() >= 3 && outer.getObjectAt(2) instanceof ASN1OctetString;
        boolean rsa = outer.size() >= 9 && second instanceof ASN1Integer;
        if (pkcs8 || rsa || second instanceof ASN1OctetString) throw new Unacceptable(IS_KEY);
    }

    private static void refuseOther(byte[] file) throws Unacceptable {
        if (file.length == 0) throw new Unacceptable(EMPTY_FILE);
        if (file.length > MOST_BYTES) throw new Unacceptable(TOO_LARGE, String.valueOf(MOST_BYTES / 1024));
        if (starts(file, 0xFE, 0xED, 0xFE, 0xED) || starts(file, 0xCE, 0xCE, 0xCE, 0xCE))
            throw new Unacceptable(IS_JAVA_KEY_STORE);
        if (starts(file, 'P', 'K', 3, 4)) throw new Unacceptable(IS_ZIP);
        String text = new String(file, StandardCharsets.ISO_8859_1);
        if (text.contains("-----BEGIN ")) throw new Unacceptable(pem(text));
        if (isText(text)) throw new Unacceptable(IS_TEXT);
        if (file[0] != 0x30) throw new Unacceptable(NOT_A_PFX);
    }

    private static Finding.Kind pem(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (upper.contains("PRIVATE KEY-----")) return IS_PEM_KEY;
        if (upper.contains("CERTIFICATE REQUEST-----")) return IS_PEM_REQUEST;
        return upper.contains("CERTIFICATE-----") ? IS_PEM_CERTIFICATE : IS_PEM_OTHER;
    }

    private static boolean isText(String text) {
        boolean longAsn1 = text.length() > 1 && text.charAt(0) == 0x30 && text.charAt(1) >= 0x80;
        return !longAsn1
                && text.chars()
                        .limit(512)
                        .allMatch(c -> c == '\t' || c == '\n' || c == '\r' || (c >= 32 && c != 127 && c < 256))
                && text.chars().limit(64).filter(c -> c < 127).count() > 8;
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
