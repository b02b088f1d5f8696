package de.hypersoft.esolutions.timers;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a mail did not go out, for people.
 *
 * @param reason the server's own words where it said something
 * @param permanent the server refuses this recipient with a 5xx, or the address cannot be one; anything else may pass
 */
record MailFailure(String reason, boolean permanent) {

    private static final Pattern REPLY = Pattern.compile("(?s)\\s*([245])\\d\\d[ -].*");

    static MailFailure of(MessagingException failure) {
        boolean hopelessAddress = false;
        boolean refusedRecipient = false;
        String reason = "";
        for (Exception e = failure; e != null; e = next(e)) {
            String said = e.getMessage() == null
                    ? e.getClass().getSimpleName()
                    : e.getMessage().strip();
            Matcher reply = REPLY.matcher(said);
            hopelessAddress |= e instanceof AddressException;
            refusedRecipient |= reply.matches() && reply.group(1).equals("5") && refusesRecipient(failure);
            if (reason.isEmpty() || reply.matches()) reason = said;
        }
        if (failure instanceof AuthenticationFailedException) reason = "sign-in refused: " + reason;
        return new MailFailure(reason, hopelessAddress || refusedRecipient);
    }

    private static boolean refusesRecipient(MessagingException failure) {
        if (!(failure instanceof SendFailedException refused)) return false;
        Address[] invalid = refused.getInvalidAddresses();
        return invalid != null && invalid.length > 0;
    }

    private static @Nullable Exception next(Exception e) {
        return e instanceof MessagingException chained ? chained.getNextException() : null;
    }
}
