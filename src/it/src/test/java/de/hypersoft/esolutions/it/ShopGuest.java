package de.hypersoft.esolutions.it;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** What guests of Linde Mitte do on their way to the checkout. */
final class ShopGuest {

    private ShopGuest() {}

    static void putInCart(Page page, String type) {
        page.navigate("/linde-mitte/articles/101?type=" + type);
        page.locator("fieldset[data-forced=true] input[type=radio]").first().check();
        page.locator("#quantity").fill(type.equals("DELIVERY") ? "3" : "1");
        page.locator("button.article-add").click();
        page.waitForURL(Pattern.compile(".*/linde-mitte\\?.*"));
    }

    static void type(Page page) {
        name(page).fill("Gerda Gast");
        page.locator("[name='guest.phone']").fill("\u202a+49\u00a030\u20135550100\u202c");
        page.locator("[name='guest.email']").fill("gerda@gast.example");
    }

    static Locator name(Page page) {
        return page.locator("[name='guest.name']");
    }
}
