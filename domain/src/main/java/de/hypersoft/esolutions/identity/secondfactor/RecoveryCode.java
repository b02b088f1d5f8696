package de.hypersoft.esolutions.identity.secondfactor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** Opens once in the place of a one-time code, when the phone is lost. Shown once, stored hashed, gone after its use. */
@Entity
@IdClass(RecoveryCode.Key.class)
@Table(schema = "identity", name = "recovery_code")
class RecoveryCode {

    @Id
    @Column(name = "code_hash")
    private String codeHash;

    @Id
    @Column(name = "user_id")
    private UUID user;

    @SuppressWarnings("NullAway")
    protected RecoveryCode() {} // JPA

    RecoveryCode(String codeHash, UUID user) {
        this.codeHash = codeHash;
        this.user = user;
    }

    record Key(String codeHash, UUID user) implements Serializable {}
}
