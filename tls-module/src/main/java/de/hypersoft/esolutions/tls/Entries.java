package de.hypersoft.esolutions.tls;

import java.security.cert.Certificate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The certificates of one host, at most one for each kind of key. Replaced as a whole, never changed. */
record Entries(List<AliasedCertificate> all) {

    @Nullable
    AliasedCertificate of(String keyType) {
        for (AliasedCertificate entry : all) if (entry.certificate().keyType().equals(keyType)) return entry;
        return null;
    }

    boolean has(Certificate leaf) {
        for (AliasedCertificate entry : all) if (entry.certificate().leaf().equals(leaf)) return true;
        return false;
    }

    Set<String> fingerprints() {
        return all.stream().map(AliasedCertificate::fingerprint).collect(Collectors.toUnmodifiableSet());
    }

    List<ServerCertificate> certificates() {
        return all.stream().map(AliasedCertificate::certificate).toList();
    }
}
