package de.hypersoft.esolutions.certificates.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A secret that belongs to no certificate yet, such as the key of an account with an authority. Never in clear. */
@Entity
@Table(schema = "certificates", name = "secret")
class SealedSecret {

    @Id
    private String name;

    private String envelope;

    @Column(name = "kek_id")
    private String kekId;

    @SuppressWarnings("NullAway")
    protected SealedSecret() {} // JPA

    SealedSecret(String name, byte[] secret, KeyVault vault) {
        this.name = name;
        this.envelope = vault.seal(secret, owner(name));
        this.kekId = KeyVault.kekOf(envelope);
    }

    /** Another secret under the same name. */
    void replace(byte[] secret, KeyVault vault) {
        this.envelope = vault.seal(secret, owner(name));
        this.kekId = KeyVault.kekOf(envelope);
    }

    String name() {
        return name;
    }

    byte[] open(KeyVault vault) {
        return vault.open(envelope, owner(name));
    }

    /** The same secret under the newest key-encryption key. */
    void rewrap(KeyVault vault) {
        this.envelope = vault.rewrap(envelope, owner(name));
        this.kekId = KeyVault.kekOf(envelope);
    }

    /** What the envelope is bound to: under another name it does not open. */
    private static String owner(String name) {
        return "secret|" + name;
    }
}
