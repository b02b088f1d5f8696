package de.hypersoft.esolutions.identity.password;

import de.hypersoft.esolutions.identity.Role;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Time;
import de.hypersoft.esolutions.kernel.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hashes passwords slowly (Argon2id, see {@link StoredHash}) and only a few at a time: whoever floods the sign-in page waits for others who sign in, while orders and tills keep their processors and threads. Strangers never
 * have the whole queue: some of it is left to people on devices that are known.
 */
@ApplicationScoped
public class Passwords {

    /** KiB: OWASP's first choice for Argon2id in two passes, which grows with the years. */
    static final int LEAST_MEMORY = 19_456;

    private static final int MIN_LENGTH = 10;
    private static final int MIN_LENGTH_OF_STAFF = 12;
    private static final int MAX_LENGTH = 200;
    private static final int QUEUE = 16;
    private static final int QUEUE_OF_STRANGERS = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int memory;
    private final Semaphore hashing =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors() / 2), true);
    private final Semaphore queue = new Semaphore(QUEUE);
    private final Semaphore strangers = new Semaphore(QUEUE_OF_STRANGERS);
    private final String nobodys;

    /** @throws IllegalArgumentException for less memory than is safe, but where the clock can be moved: in a test */
    @Inject
    public Passwords(
            @ConfigProperty(name = "esolutions.password-memory-kb", defaultValue = "" + LEAST_MEMORY) int memory,
            Time time) {
        this(memory);
        if (memory < LEAST_MEMORY && !time.movable())
            throw new IllegalArgumentException(
                    "ESOLUTIONS_PASSWORD_MEMORY_KB is " + memory + "; it is at least " + LEAST_MEMORY);
    }

    /** @param memory of each hash, in KiB */
    public Passwords(int memory) {
        this.memory = memory;
        this.nobodys = none();
    }

    /** What is stored, in the format of {@link StoredHash}. */
    public String hash(String password) {
        byte[] salt = random(16);
        StoredHash how = StoredHash.argon2id(memory, salt, new byte[32]);
        return StoredHash.argon2id(memory, salt, derive(password, how)).text();
    }

    /**
     * @param known on a device from which its owner signed in before, or in a session
     * @throws SignInBusy when too many wait already
     */
    public boolean verify(String password, String stored, boolean known) {
        if (known) return verify(password, stored);
        if (!strangers.tryAcquire()) throw new SignInBusy();
        try {
            return verify(password, stored);
        } finally {
            strangers.release();
        }
    }

    public boolean verify(String password, String stored) {
        StoredHash expected = StoredHash.read(stored);
        return expected.is(derive(password, expected));
    }

    /** It was stored with less memory than is asked for today, or in the former way. */
    public boolean isOutdated(String stored) {
        return StoredHash.read(stored).isWeakerThan(memory);
    }

    /** Stored for who has not chosen one yet: opens to nothing. */
    public String none() {
        return StoredHash.argon2id(memory, random(16), random(32)).text();
    }

    /** A hash that no password has; verifying against it takes as long as against a real one. */
    public String nobodys() {
        return nobodys;
    }

    /**
     * @throws Invalid when the password is too short, too long, the login itself or one that everybody thinks of
     */
    public void check(String password, String login, Role role, String field) {
        int length = password.codePointCount(0, password.length());
        if (length < MIN_LENGTH)
            throw new Invalid("password-too-short", "a password has at least 10 characters", field);
        if (role == Role.STAFF && length < MIN_LENGTH_OF_STAFF)
            throw new Invalid("staff-password-too-short", "hosting staff have at least 12 characters", field);
        if (password.length() > MAX_LENGTH)
            throw new Invalid("too-long", "a password has at most 200 characters", field);
        if (password.equalsIgnoreCase(login)) throw new Invalid("password-is-login", "the login is no password", field);
        if (CommonPasswords.contain(password, login))
            throw new Invalid("password-common", "the password is among those that are tried first", field);
    }

    private byte[] derive(String password, StoredHash how) {
        if (!queue.tryAcquire()) throw new SignInBusy();
        try {
            if (!hashing.tryAcquire(10, TimeUnit.SECONDS)) throw new SignInBusy();
            try {
                return slowly(password, how);
            } finally {
                hashing.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SignInBusy();
        } finally {
            queue.release();
        }
    }

    byte[] slowly(String password, StoredHash how) {
        return how.derive(password);
    }

    private static byte[] random(int bytes) {
        byte[] value = new byte[bytes];
        RANDOM.nextBytes(value);
        return value;
    }

    /** Too many people sign in at this moment; trying again helps. */
    public static final class SignInBusy extends Unavailable {
        public SignInBusy() {
            super("sign-in-busy", "too many sign-ins at this moment", Duration.ofSeconds(5));
        }
    }
}
