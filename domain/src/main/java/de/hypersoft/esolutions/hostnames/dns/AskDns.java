package de.hypersoft.esolutions.hostnames.dns;

import de.hypersoft.esolutions.hostnames.DomainProof;
import de.hypersoft.esolutions.hostnames.DomainSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Looks whether the customers' domains point here, when each one's turn has come. The question is asked between two
 * transactions. A question that fails leaves everything as it was but the sentence in the portal.
 */
@ApplicationScoped
public class AskDns {

    private final DnsChecks checks;
    private final DnsResolver names;
    private final DomainSettings settings;

    @Inject
    public AskDns(DnsChecks checks, DnsResolver names, DomainSettings settings) {
        this.checks = checks;
        this.names = names;
        this.settings = settings;
    }

    /** Asks for at most {@code limit} hosts that are due; returns for how many. */
    public int ask(int limit) {
        List<String> due = checks.take(limit);
        if (due.isEmpty()) return 0;
        List<String> expected = expected();
        Map<String, DomainProof> awaited = checks.awaited(due);
        for (String host : due) {
            DomainProof proof = awaited.get(host);
            if (proof != null && names.texts(proof.name()).contains(proof.value())) checks.proven(host, proof);
            DnsAnswer answer = names.ask(host);
            checks.answered(host, DnsVerdict.of(answer, settings.target(), expected), answer.written());
        }
        return due.size();
    }

    private List<String> expected() {
        List<String> expected = new ArrayList<>(settings.addresses());
        if (!settings.target().isEmpty())
            expected.addAll(names.ask(settings.target()).addresses());
        return expected;
    }
}
