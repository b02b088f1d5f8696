package de.hypersoft.esolutions.web.contract;

import de.hypersoft.esolutions.web.page.Bundle;
import de.hypersoft.esolutions.web.page.Templates;
import de.hypersoft.esolutions.web.page.Texts;
import de.hypersoft.esolutions.web.page.View;
import gg.jte.Content;
import java.util.List;

/** What a page shows of a contract within its own frame. The contract speaks English; the words around it are the reader's. */
public record ContractView(Contract contract, Texts words) {

    public static final Bundle TEXTS = Bundle.of(ContractView.class, "messages");
    private static final Templates TEMPLATES = new Templates(ContractView.class);

    /** @param language of the page */
    public static Content of(Contract contract, String language) {
        Texts words = TEXTS.in(language).orElse(TEXTS.english());
        return TEMPLATES.part(View.of(ContractView.class, new ContractView(contract, words)));
    }

    /** The operations that a list of contents names, part by part. */
    public List<Contract.Part> parts() {
        return contract.parts();
    }

    public String t(String key) {
        return words.text(key);
    }
}
