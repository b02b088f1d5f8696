package de.hypersoft.esolutions.portal.layout;

import de.hypersoft.esolutions.web.page.Templates;
import de.hypersoft.esolutions.web.page.View;
import jakarta.inject.Inject;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Renders every {@link View}, with what stands around a page unless its page model is there already. */
@Provider
@Produces(MediaType.TEXT_HTML)
public class PageWriter implements MessageBodyWriter<View> {

    private final Templates templates = new Templates(PageWriter.class);

    @Inject
    private PageModels models;

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == View.class;
    }

    @Override
    public void writeTo(
            View view,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        boolean whole = view.shown().containsKey(PageModels.NAME);
        byte[] page = templates.html(whole ? view : view.with(PageModels.NAME, models.current()));
        headers.putSingle(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8");
        out.write(page);
    }
}
