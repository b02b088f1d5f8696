package de.hypersoft.esolutions.portal.problems;

import de.hypersoft.esolutions.web.problem.Problem;

/**
 * What a person sees when the answer is no.
 *
 * @param form where it can be tried again; empty where that is not known
 */
public record ProblemPage(Problem problem, String form) {

    /** Of what was too large, how large it may be: "6 MB"; else empty. */
    public String limit() {
        if (!(problem.facts().get("limitBytes") instanceof Number most)) return "";
        long bytes = most.longValue();
        return bytes < 1_000_000 ? bytes / 1024 + " kB" : bytes / 1_000_000 + " MB";
    }
}
