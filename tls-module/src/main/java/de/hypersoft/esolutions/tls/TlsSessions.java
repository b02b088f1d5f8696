package de.hypersoft.esolutions.tls;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.StandardConstants;
import org.jspecify.annotations.Nullable;

/** The sessions that clients may resume. They live in the JDK's caches, one for each context of the server. */
public final class TlsSessions {

    private final List<SSLSessionContext> contexts = new CopyOnWriteArrayList<>();

    public void in(@Nullable SSLSessionContext context) {
        if (context != null) contexts.add(context);
    }

    /** A session that is not kept can never be resumed; its open connections live on. */
    void endUnless(Predicate<SSLSession> kept) {
        for (SSLSessionContext context : contexts) {
            for (byte[] id : Collections.list(context.getIds())) {
                SSLSession session = context.getSession(id);
                if (session != null && !kept.test(session)) session.invalidate();
            }
        }
    }

    /** The host that the client named; null when it named none. */
    static @Nullable String askedHost(@Nullable SSLSession session) {
        if (!(session instanceof ExtendedSSLSession extended)) return null;
        for (SNIServerName name : extended.getRequestedServerNames())
            if (name.getType() == StandardConstants.SNI_HOST_NAME) return ascii(name);
        return null;
    }

    public static String ascii(SNIServerName name) {
        return new String(name.getEncoded(), StandardCharsets.US_ASCII);
    }
}
