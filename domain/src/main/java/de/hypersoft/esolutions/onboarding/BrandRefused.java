package de.hypersoft.esolutions.onboarding;

import de.hypersoft.esolutions.kernel.Invalid;
import java.util.List;

/** A brand's file is wrong in one or several places; its code and field are those of the first. */
public final class BrandRefused extends Invalid {

    private final transient List<Invalid> faults;

    BrandRefused(List<Invalid> faults) {
        this(faults, faults.get(0));
    }

    private BrandRefused(List<Invalid> faults, Invalid first) {
        super(first.code(), String.valueOf(first.getMessage()), first.field(), first.parameters());
        this.faults = List.copyOf(faults);
    }

    /** All of them, each with its place. */
    public List<Invalid> faults() {
        return faults;
    }
}
