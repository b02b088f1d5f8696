package de.hypersoft.esolutions.identity.session;

import de.hypersoft.esolutions.kernel.Backoff;
import de.hypersoft.esolutions.kernel.Secret;
import java.time.Duration;

/** What is counted, and how long each failure makes the next try wait: nothing is ever locked. */
public enum SignInLimit {
    /** An account from one address: whoever guesses there waits, the owner elsewhere does not. */
    ACCOUNT_FROM_ADDRESS(5, Duration.ofMinutes(15)),
    /** One address, whatever accounts it tries; a whole office may mistype. */
    ADDRESS(40, Duration.ofMinutes(15)),
    /** An account from everywhere but its known devices: a guesser with many addresses has some hundred tries a day. */
    ACCOUNT(20, Duration.ofMinutes(5)),
    /** An account from a device on which its owner signed in before, whatever strangers do elsewhere. */
    KNOWN_DEVICE(5, Duration.ofMinutes(15)),
    /** The password typed again by somebody who is signed in. */
    CONFIRMATION(5, Duration.ofMinutes(15)),
    /** One-time codes after a right password. */
    SECOND_STEP(5, Duration.ofMinutes(15)),
    /** Mails asked for from one address. */
    MAILS_FROM_ADDRESS(10, Duration.ofHours(1)),
    /** Mails asked for to one account. */
    MAILS_TO_ACCOUNT(3, Duration.ofHours(1)),
    /** Links for forgotten passwords to one mailbox, under whatever logins it is asked for. */
    RESETS_TO_MAILBOX(10, Duration.ofHours(1)),
    /** Mails to one mailbox about accounts of one brand, which people cause who are signed in. */
    ACCOUNT_MAILS_TO_MAILBOX(10, Duration.ofHours(1)),
    /** Mails about accounts that one manager causes, to whatever mailboxes: a stolen session is no machine for mails. */
    ACCOUNT_MAILS_BY_MANAGER(30, Duration.ofHours(1), Duration.ofDays(1)),
    /** The same of all people of one brand, since each of them can make further managers. */
    ACCOUNT_MAILS_BY_BRAND(100, Duration.ofHours(1), Duration.ofDays(1)),
    /** The same of one person of the hosting staff, who brings whole brands. */
    ACCOUNT_MAILS_BY_STAFF(200, Duration.ofHours(1), Duration.ofDays(1));

    static final Duration HOURS = Duration.ofHours(2);
    static final Duration DAY = Duration.ofDays(1);

    /** Begins what is stored of those that count for a day, so that the others are swept before. */
    static final String LONG = "day ";

    /** A try further ahead was noted by a clock that was set back since: it keeps nobody out. Nodes differ by less. */
    static final Duration SKEW = Duration.ofMinutes(1);

    private final int free;
    private final Backoff delays;
    private final Duration memory;

    SignInLimit(int free, Duration most) {
        this(free, most, Duration.ofHours(2)); // HOURS, which is not there yet
    }

    SignInLimit(int free, Duration most, Duration memory) {
        this.free = free;
        this.delays = Backoff.doubling(Duration.ofSeconds(5), most);
        this.memory = memory;
    }

    /** Failures older than this no longer count. */
    Duration memory() {
        return memory;
    }

    /** Nothing for the first ones, then 5 s, doubled with each, up to the most. */
    Duration delay(int failures) {
        return failures < free ? Duration.ZERO : delays.after(failures - free);
    }

    /** What is stored in its place: no login and no address. */
    String subject(String whom) {
        String hash = Secret.hashOf(name() + " " + whom);
        return memory.equals(DAY) ? (LONG + hash).substring(0, hash.length()) : hash;
    }
}
