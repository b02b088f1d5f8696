package de.hypersoft.esolutions.acme.authority;

import java.security.KeyPair;
import org.jspecify.annotations.Nullable;

/**
 * What is signed with when the authority is talked to.
 *
 * @param url null while the authority does not know it
 */
public record SigningAccount(@Nullable String url, KeyPair keys) {
    @Override
    public String toString() {
        return "SigningAccount[" + url + "]"; // a key is shown nowhere
    }
}
