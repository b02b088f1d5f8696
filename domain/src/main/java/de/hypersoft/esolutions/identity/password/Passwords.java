package de.hypersoft.esolutions.identity.password;

import de.hypersoft.esolutions.identity.Role;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Time;
import de.hypersoft.esolutions.kernel.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hashes passwords slowly (PBKDF2-HMAC-SHA256, at least 600,000 iterations) and only a few at a time: whoever floods the
 * sign-in page waits for others who sign in, while orders and tills keep their processors and threads. Strangers never
 * have the whole queue: some of it is left to people on devices that are known.
 */
@ApplicationScoped
public class Passwords {

    /** OWASP's figure for this function, which grows with the years. */
    static final int LEAST_ITERATIONS = 600_000;

    private static final int MIN_LENGTH = 10;
    private static final int MIN_LENGTH_OF_STAFF = 12;
    private static final int MAX_LENGTH = 200;
    private static final int QUEUE = 16;
    private static final int QUEUE_OF_STRANGERS = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int iterations;
    private final Semaphore hashing =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors() / 2), true);
    private final Semaphore queue = new Semaphore(QUEUE);
    private final Semaphore strangers = new Semaphore(QUEUE_OF_STRANGERS);
    private final String nobodys;

    /** @throws IllegalArgumentException for fewer iterations than safe ones, but where the clock can be moved: in a test */
    @Inject
    public Passwords(
            @ConfigProperty(name = "esolutions.password-iterations", defaultValue = "" + LEAST_ITERATIONS)
                    int iterations,
            Time time) {
        this(iterations);
        if (iterations < LEAST_ITERATIONS && !time.movable())
            throw new IllegalArgumentException(
                    "ESOLUTIONS_PASSWORD_ITERATIONS is " + iterations + "; it is at least " + LEAST_ITERATIONS);
    }

    public Passwords(int iterations) {
        this.iterations = iterations;
        this.nobodys = none();
    }

    /** What is stored: {@code pbkdf2-sha256:iterations:salt:hash}. */
    public String hash(String password) {
        byte[] salt = random(16);
        return new Stored(iterations, salt, derive(password, salt, iterations)).text();
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
        Stored expected = Stored.read(stored);
        return MessageDigest.isEqual(expected.hash, derive(password, expected.salt, expected.iterations));
    }

    /** It was stored with fewer iterations than are asked for today. */
    public boolean isOutdated(String stored) {
        return Stored.read(stored).iterations < iterations;
    }

    /** Stored for who has not chosen one yet: opens to nothing. */
    public String none() {
        return new Stored(iterations, random(16), random(32)).text();
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

    private byte[] derive(String password, byte[] salt, int rounds) {
        if (!queue.tryAcquire()) throw new SignInBusy();
        try {
            if (!hashing.tryAcquire(10, TimeUnit.SECONDS)) throw new SignInBusy();
            try {
                return pbkdf2(password, salt, rounds);
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

    /** The slow part. */
    public byte[] pbkdf2(String password, byte[] salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, rounds, 256);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has PBKDF2WithHmacSHA256", e);
        } finally {
            spec.clearPassword();
        }
    }

    private static byte[] random(int bytes) {
        byte[] value = new byte[bytes];
        RANDOM.nextBytes(value);
        return value;
    }

    /** What stands in the database of a password: {@code pbkdf2-sha256:iterations:salt:hash}, the bytes in Base64. */
    private static final class Stored {

        private final int iterations;
        private final byte[] salt;
        private final byte[] hash;

        private Stored(int iterations, byte[] salt, byte[] hash) {
            this.iterations = iterations;
            this.salt = salt;
            this.hash = hash;
        }

        private static Stored read(String text) {
            String[] parts = text.split(":");
            Base64.Decoder base64 = Base64.getDecoder();
            return new Stored(Integer.parseInt(parts[1]), base64.decode(parts[2]), base64.decode(parts[3]));
        }

        private String text() {
            Base64.Encoder base64 = Base64.getEncoder();
            return "pbkdf2-sha256:" + iterations + ":" + base64.encodeToString(salt) + ":"
                    + base64.encodeToString(hash);
        }
    }

    /** Too many people sign in at this moment; trying again helps. */
    public static final class SignInBusy extends Unavailable {
        public SignInBusy() {
            super("sign-in-busy", "too many sign-ins at this moment", Duration.ofSeconds(5));
        }
    }
}
