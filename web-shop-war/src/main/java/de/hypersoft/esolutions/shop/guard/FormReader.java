package de.hypersoft.esolutions.shop.guard;

import de.hypersoft.esolutions.kernel.text.Utf8;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;

/** Reads a posted form and refuses one without its token: no page can forget to look. */
@Provider
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class FormReader implements MessageBodyReader<Form> {

    @Inject
    ShopRequest shopRequest;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == Form.class;
    }

    @Override
    public Form readFrom(
            Class<Form> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream in)
            throws IOException {
        String body = Utf8.text(in.readAllBytes(), "form");
        Utf8.checkForm(body);
        Form form = Form.read(body, shopRequest.guest().orElse(""));
        boolean lenient = Arrays.stream(annotations).anyMatch(a -> a.annotationType() == MayBeExpired.class);
        boolean elsewhere = "cross-site".equals(headers.getFirst("Sec-Fetch-Site"));
        if (!form.genuine() && (!lenient || elsewhere)) throw new FormExpired();
        return form;
    }
}
