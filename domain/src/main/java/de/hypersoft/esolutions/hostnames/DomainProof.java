package de.hypersoft.esolutions.hostnames;

/**
 * The text that shows that a name is its customer's; until it is found nothing is served under the name.
 *
 * @param name of the TXT record, without final dot
 * @param value of the TXT record
 * @param contested another tenant had the name shortly before: that it points here does not do
 */
public record DomainProof(String name, String value, boolean contested) {

    private static final String BELOW = "_esolutions.";
    private static final String BEFORE = "esolutions-domain=";

    static DomainProof of(HostName host, String token, boolean contested) {
        return new DomainProof(BELOW + host.value(), BEFORE + token, contested);
    }
}
