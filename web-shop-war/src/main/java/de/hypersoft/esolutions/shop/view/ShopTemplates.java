package de.hypersoft.esolutions.shop.view;

import de.hypersoft.esolutions.web.page.Templates;
import de.hypersoft.esolutions.web.page.View;

/** The templates of the shop's pages. */
public final class ShopTemplates {

    private static final Templates TEMPLATES = new Templates(ShopTemplates.class);

    private ShopTemplates() {}

    /** In UTF-8. */
    public static byte[] html(View page) {
        return TEMPLATES.html(page);
    }
}
