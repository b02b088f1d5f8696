package de.hypersoft.esolutions.hostnames.dns;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an answer means.
 *
 * @param reason a stable code: right, no-record, elsewhere, extra-record, lookup-failed, nothing-expected
 */
public record DnsVerdict(DnsState state, String reason) {

    /**
     * @param target what a CNAME has to name; empty when only addresses are given out
     * @param expected the addresses of this installation, those of the target among them
     */
    public static DnsVerdict of(DnsAnswer answer, String target, List<String> expected) {
        if (!answer.asked()) return new DnsVerdict(DnsState.UNKNOWN, "lookup-failed");
        if (answer.addresses().isEmpty() && answer.aliases().isEmpty())
            return new DnsVerdict(DnsState.WAITING, "no-record");
        if (expected.isEmpty() && target.isEmpty()) return new DnsVerdict(DnsState.UNKNOWN, "nothing-expected");
        Set<String> foreign = new HashSet<>(normal(answer.addresses()));
        boolean any = foreign.removeAll(normal(expected));
        boolean alias = !target.isEmpty() && answer.aliases().contains(target);
        if (alias && (expected.isEmpty() || foreign.isEmpty())) return new DnsVerdict(DnsState.RIGHT, "right");
        if (any && foreign.isEmpty()) return new DnsVerdict(DnsState.RIGHT, "right");
        return new DnsVerdict(DnsState.WRONG, any ? "extra-record" : "elsewhere");
    }

    /** The addresses of an answer that do not belong here: the records to change or delete. */
    static List<String> foreign(List<String> found, List<String> expected) {
        Set<String> ours = normal(expected);
        return found.stream().filter(one -> !ours.contains(normal(one))).toList();
    }

    private static Set<String> normal(List<String> addresses) {
        Set<String> all = new HashSet<>();
        for (String address : addresses) all.add(normal(address));
        return all;
    }

    /** IPv6 is written in many ways; both sides are brought to one. Never looks anything up. */
    private static String normal(String address) {
        return address.indexOf(':') < 0 ? address : Ipv6.normal(address);
    }
}
