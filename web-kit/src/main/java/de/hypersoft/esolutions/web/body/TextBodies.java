package de.hypersoft.esolutions.web.body;

import de.hypersoft.esolutions.kernel.text.Utf8;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A body that is read as text is UTF-8 (RFC 8259, section 8.1), whatever its header says. JAX-RS itself would put a
 * replacement in the place of each letter it cannot read, and nobody would know.
 */
@Provider
public class TextBodies implements ReaderInterceptor {

    /** @throws de.hypersoft.esolutions.kernel.Invalid {@code not-utf-8} */
    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        if (body.getType() != String.class) return body.proceed();
        return Utf8.text(body.getInputStream().readAllBytes(), "body");
    }
}
