package de.hypersoft.esolutions.notifications.mail;

import de.hypersoft.esolutions.kernel.Backoff;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one recipient about one thing.
 *
 * <p>Its life: queued in the transaction of what it tells about; leased by a node that tries to send it; sent, or
 * waiting for its next try while the mail server is away, or undeliverable when the server refuses the address or three
 * days have passed. A node that dies with the lease leaves it to be sent again with the same Message-ID, never a second
 * row. When a guest whom it names is forgotten, only its head stays.
 */
@Entity
@Table(schema = "notifications", name = "mail")
public class Mail {

    public static final Duration LEASE = Duration.ofMinutes(5);
    public static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Backoff AGAIN = Backoff.doubling(Duration.ofSeconds(10), LONGEST_WAIT);
    static final Duration LINK_LIFE = Duration.ofMinutes(30);
    public static final Duration SENSIBLE = Duration.ofDays(3);

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private MailKind kind;

    @Column(name = "about_id")
    private UUID about;

    private int episode;

    @Column(name = "tenant_id")
    private UUID tenant;

    @Column(name = "location_id")
    private UUID location;

    private String recipient;
    private String language;
    private String subject;

    @Column(name = "body_text")
    private String text;

    @Column(name = "body_html")
    private String html;

    @Column(name = "message_id")
    private String messageId;

    @Enumerated(EnumType.STRING)
    private MailState state;

    private int attempts;

    @Column(name = "next_try")
    private Instant nextTry;

    @Column(name = "last_error")
    private @Nullable String lastError;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    @Column(name = "erased_at")
    private @Nullable Instant erasedAt;

    @SuppressWarnings("NullAway")
    protected Mail() {} // JPA

    /** The same at every attempt, in angle brackets. */
    static String messageId(UUID id) {
        return "<" + id + "@mail.myhypersoftapp.de>";
    }

    /** Nobody else tries while the lease lives. */
    MailToSend lease(Instant now) {
        this.attempts++;
        this.nextTry = now.plus(LEASE);
        return new MailToSend(id, attempts, messageId, recipient, language, subject, text, html);
    }

    /** What it tells of is over: it is not sent. */
    void overtaken() {
        this.state = MailState.OVERTAKEN;
        if (kind.opensAccount()) forgetText();
    }

    /** The server took it, whoever holds the lease by now. */
    void sent(Instant now) {
        this.state = MailState.SENT;
        this.sentAt = now;
        this.lastError = null;
        if (kind.opensAccount()) forgetText();
    }

    /** What it offers is over before it could be sent. */
    boolean isOutlived(Instant now) {
        return kind == MailKind.PASSWORD_RESET && !now.isBefore(createdAt.plus(LINK_LIFE));
    }

    private void forgetText() {
        this.text = "";
        this.html = "";
    }

    /** A failure counts only for the attempt it belongs to. */
    void failed(int attempt, String reason, boolean permanent, Instant now) {
        if (state != MailState.WAITING || attempt != attempts || isErased()) return;
        this.lastError = reason.length() > 500 ? reason.substring(0, 500) : reason;
        this.nextTry = now.plus(AGAIN.after(attempts - 1));
        if (!permanent && !now.isAfter(createdAt.plus(SENSIBLE))) return;
        this.state = MailState.UNDELIVERABLE;
        if (kind.opensAccount()) forgetText();
    }

    /**
     * A guest it names was forgotten: it says no more than that it was written, why and when. It is not sent any more, as
     * nobody would be left to send it to.
     *
     * @param toGuest then the recipient goes too; else it is the location's
     */
    public void erase(boolean toGuest, Instant now) {
        if (toGuest) this.recipient = "";
        this.text = "";
        this.html = "";
        this.lastError = null;
        this.erasedAt = now;
        if (state != MailState.SENT) this.state = MailState.OVERTAKEN;
    }

    boolean isErased() {
        return erasedAt != null;
    }

    /** By hand, now, and with new patience; a sent mail stays sent, and one without its text is none any more. */
    void retry(Instant now) {
        if (state == MailState.SENT || isErased() || text.isEmpty()) return;
        this.state = MailState.WAITING;
        this.nextTry = now;
    }

    UUID id() {
        return id;
    }

    public MailKind kind() {
        return kind;
    }

    UUID about() {
        return about;
    }

    int episode() {
        return episode;
    }

    UUID tenant() {
        return tenant;
    }

    UUID location() {
        return location;
    }

    public MailLog.Entry entry() {
        return new MailLog.Entry(
                id,
                kind,
                about,
                location,
                recipient,
                subject,
                state,
                attempts,
                nextTry,
                lastError,
                createdAt,
                sentAt,
                isErased());
    }

    /** As it is shown; what opens an account is nobody's to read but the recipient's. */
    public MailText text() {
        return kind.opensAccount()
                ? new MailText(language, subject, "", "")
                : new MailText(language, subject, text, html);
    }
}
