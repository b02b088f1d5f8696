package de.hypersoft.esolutions.web.page;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;

/** The templates of one module, which its build compiled. */
public final class Templates {

    private final TemplateEngine engine;

    /** @param module any class of the module */
    public Templates(Class<?> module) {
        this.engine = TemplateEngine.createPrecompiled(null, ContentType.Html, module.getClassLoader());
    }

    /** The whole page in memory, so that it is whole or an error, never half of one; in UTF-8. */
    public byte[] html(View view) {
        Utf8ByteOutput page = new Utf8ByteOutput();
        engine.render(view.template(), view.shown(), page);
        return page.toByteArray();
    }

    /** What another page, of whatever module, takes into itself. */
    public Content part(View view) {
        return output -> engine.render(view.template(), view.shown(), output);
    }
}
