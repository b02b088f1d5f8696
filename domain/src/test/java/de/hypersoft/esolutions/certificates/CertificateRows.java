package de.hypersoft.esolutions.certificates;

import de.hypersoft.esolutions.certificates.check.CertificateFacts;
import de.hypersoft.esolutions.certificates.keys.KeyVault;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * Writes certificates as another node would, straight into a database whose servers are tested or measured. Sealed with
 * the keys of a file that those servers have too.
 */
public final class CertificateRows {

    private final Connection database;
    private final KeyVault vault;

    public CertificateRows(Connection database, Path keyFile) {
        this.database = database;
        this.vault = TestKeys.vault(keyFile);
    }

    /** To be served from now on in place of whatever there was. */
    public void active(UUID tenant, String host, PrivateKey key, List<X509Certificate> chain) throws SQLException {
        together(host, () -> {
            run("update certificates.certificate set state = 'RETIRED' where host = ? and state = 'ACTIVE'", host);
            add(tenant, host, key, chain, "ACTIVE");
        });
    }

    /** Activated, on a node that has died since. */
    public void proving(UUID tenant, String host, PrivateKey key, List<X509Certificate> chain) throws SQLException {
        together(host, () -> add(tenant, host, key, chain, "PROVING"));
    }

    public void released(String host) throws SQLException {
        together(host, () -> run("update certificates.certificate set state = 'RELEASED' where host = ?", host));
    }

    /** In one transaction with the row that tells the nodes, as the application does it. */
    private void together(String host, Change change) throws SQLException {
        database.setAutoCommit(false);
        try {
            change.make();
            run("insert into certificates.change (host, changed_at) values (?, current_timestamp)", host);
            database.commit();
        } finally {
            database.rollback();
            database.setAutoCommit(true);
        }
    }

    /** The row alone, for a server that has not started yet. */
    public void add(UUID tenant, String host, PrivateKey key, List<X509Certificate> chain, String state)
            throws SQLException {
        CertificateFacts facts = CertificateFacts.of(chain);
        String envelope = vault.seal(key.getEncoded(), tenant + "|" + host);
        run(
                "insert into certificates.certificate (id, tenant_id, host, source, sha256, serial, issuer, names,"
                        + " not_before, not_after, key_type, key_bits, chain_pem, key_envelope, kek_id, state,"
                        + " state_since, reason, report, created_at, created_by, version) values (?, ?, ?, 'UPLOAD',"
                        + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, current_timestamp, '', '', current_timestamp, 'test', 0)",
                UUID.randomUUID(),
                tenant,
                host,
                facts.sha256(),
                facts.serial(),
                facts.issuer(),
                String.join(" ", facts.names()),
                facts.notBefore().atOffset(ZoneOffset.UTC),
                facts.notAfter().atOffset(ZoneOffset.UTC),
                facts.keyType(),
                facts.keyBits(),
                facts.chainPem(),
                envelope,
                KeyVault.kekOf(envelope),
                state);
    }

    private void run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
            statement.executeUpdate();
        }
    }

    private interface Change {
        void make() throws SQLException;
    }
}
