package de.hypersoft.esolutions.portal.menu;

import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.menu.MenuDifference;
import de.hypersoft.esolutions.menu.MenuFaults;
import de.hypersoft.esolutions.portal.layout.PageModel;
import de.hypersoft.esolutions.portal.sync.FindingWords;
import java.util.List;

/**
 * Why what was typed was not saved.
 *
 * @param theirs what somebody else made of it meanwhile, where it differs from what was typed; {@code meanwhile} without any
 *     when it is gone
 */
public record Faults(List<Fault> all, boolean meanwhile, List<MenuDifference.Field> theirs) {

    public static final Faults EMPTY = new Faults(List.of(), false, List.of());

    /** @param field as the form names it; empty for the whole */
    public record Fault(String field, String code, String detail) {

        /** The id of the field to go to; a name that is missing in all languages is typed in one. */
        public String anchor() {
            return field.endsWith("name") ? field + ".de" : field;
        }

        public String sentence(PageModel model) {
            return model.orElse(
                    "menu.fault-" + code,
                    model.orElse(
                            "refusal." + code,
                            FindingWords.of(model.texts(), CatalogFinding.of("", "", code, detail))));
        }
    }

    static Faults of(Invalid refused) {
        if (refused instanceof MenuFaults faults)
            return new Faults(
                    faults.findings().stream()
                            .map(f -> new Fault(MenuFaults.place(f), f.code(), f.detail()))
                            .toList(),
                    false,
                    List.of());
        return new Faults(
                List.of(new Fault(refused.field(), refused.code(), String.valueOf(refused.getMessage()))),
                false,
                List.of());
    }

    static Faults meanwhile(List<MenuDifference.Field> theirs) {
        return new Faults(List.of(), true, theirs);
    }

    public boolean any() {
        return meanwhile || !all.isEmpty();
    }

    /** The first sentence about this field; empty for none. */
    public String at(PageModel model, String field) {
        return all.stream()
                .filter(fault -> fault.field().equals(field))
                .findFirst()
                .map(fault -> fault.sentence(model))
                .orElse("");
    }
}
