package de.hypersoft.esolutions.tls;

import java.lang.ref.WeakReference;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** Ten thousand shops have a handful of authorities: each intermediate certificate is held once. */
final class Shared {

    private final Map<X509Certificate, WeakReference<X509Certificate>> known = new WeakHashMap<>();

    synchronized ServerCertificate chain(ServerCertificate given) {
        List<X509Certificate> chain = new ArrayList<>(given.chain());
        for (int i = 1; i < chain.size(); i++) chain.set(i, one(chain.get(i)));
        return new ServerCertificate(given.key(), chain);
    }

    private X509Certificate one(X509Certificate certificate) {
        WeakReference<X509Certificate> reference = known.get(certificate);
        X509Certificate held = reference == null ? null : reference.get();
        if (held != null) return held;
        known.put(certificate, new WeakReference<>(certificate));
        return certificate;
    }
}
