package de.hypersoft.esolutions.kernel;

import java.util.Optional;

/** Where secrets are kept sealed that this product must read again; who keeps them is further up the arrow. */
public interface SecretStore {

    /**
     * Inside the caller's transaction.
     *
     * @param name at most 300 characters; what was kept under it before is gone
     */
    void keep(String name, byte[] secret);

    /** Empty when there is none; refused while this node cannot open what it keeps. */
    Optional<byte[]> open(String name);

    /** Nothing is kept under that name any more. */
    void forget(String name);
}
