package de.hypersoft.esolutions.shop.guard;

import de.hypersoft.esolutions.kernel.Forbidden;

/** The form did not come from a page of ours in this browser, or the browser keeps no cookies. */
public final class FormExpired extends Forbidden {
    public FormExpired() {
        super("form-expired", "the form's token does not belong to this browser");
    }
}
