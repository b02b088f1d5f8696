package de.hypersoft.esolutions.it;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What nobody but the guests of one run ever typed: letters that stand in each of their words, digits that stand in each of
 * their phone numbers. Whoever finds neither finds none of the guests.
 *
 * @param letters ten consonants, small
 * @param digits seven of them
 */
record Marks(String letters, String digits) {

    static Marks fresh() {
        Random random = new Random();
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < 10; i++) letters.append("bcdfghjklmnpqrtvwxz".charAt(random.nextInt(19)));
        return new Marks(letters.toString(), "9" + (100_000 + random.nextInt(900_000)));
    }

    /** @param phone as this guest spells it */
    record Words(String name, String phone, String mail, String street, String note) {

        /** The member of an order's body. */

        /** What people at the restaurant write about who calls them. */
        String told() {
            return "Anruf von " + name.toUpperCase(Locale.GERMAN) + ", " + phone + ", " + mail + ": " + note;
        }
    }

    /** @param one two digits, of this guest alone */
    Words guest(String one) {
        String mark = letters + one.replace('0', 'a').replace('1', 'b').replace('2', 'c');
        String typed = Character.toUpperCase(mark.charAt(0)) + mark.substring(1);
        String[] phones = {
            "+49 (0)30 " + digits.substring(0, 3) + "-" + digits.substring(3) + one,
            "0049 30 / " + digits + one,
            "030 " + digits.substring(0, 3) + " " + digits.substring(3, 5) + " " + digits.substring(5) + " " + one,
            "+4930" + digits + one
        };
        return new Words(
                "Zoë Öß" + mark + " " + typed,
                phones[Integer.parseInt(one) % phones.length],
                mark + "+neu@Gast-" + mark + ".example",
                "Straße der " + typed + " 7",
                "Klingel \"" + mark + "\", 3. Stock – Allergie: " + typed);
    }

    /** All spellings under which a hash of a guest might be looked up by whoever knows the guest. */
    static List<String> known(Words guest) {
        String national = guest.phone().replaceAll("[^0-9+]", "").replaceFirst("^(\\+49|0049)0?", "0");
        String mail = guest.mail().toLowerCase(Locale.ROOT);
        String mailbox = mail.replaceFirst("\\+[^@]*@", "@");
        return List.of(
                guest.mail(),
                mail,
                mailbox,
                "mail " + mail,
                "mail " + mailbox,
                "order MAIL " + mailbox,
                "free MAIL " + mailbox,
                "asked " + mailbox,
                "order PHONE " + national.substring(1),
                guest.phone(),
                national,
                national.substring(1),
                "+49" + national.substring(1),
                "49" + national.substring(1),
                guest.name(),
                guest.name().toLowerCase(Locale.GERMAN));
    }
}
