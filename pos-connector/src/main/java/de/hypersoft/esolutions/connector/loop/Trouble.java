package de.hypersoft.esolutions.connector.loop;

import de.hypersoft.esolutions.connector.tillcore.TillCoreClient.Away;
import java.io.IOException;

/** What the people at the till hear when something does not work, and how the loop calls it. */
final class Trouble {

    private static final String CORE = "core";
    private static final String BOOK = "book";

    private Trouble() {}

    static Outcome core(TillContext till, Away away) {
        away.damage()
                .ifPresentOrElse(damage -> till.alarms().raise(BOOK, damage.words(till.texts())), () -> till.alarms()
                        .raise(CORE, till.texts().of("alarm.core", String.valueOf(away.getMessage()))));
        return Outcome.CORE_TROUBLE;
    }

    static void coreIsBack(TillContext till) {
        till.alarms().clear(CORE);
        till.alarms().clear(BOOK);
    }

    static void unclear(TillContext till, String key, String orderId, String words) {
        till.alarms().raise("unclear " + key, till.texts().of("alarm.unclear", words, orderId));
    }

    static Outcome halt(TillContext till, String words) throws IOException {
        if (till.journal().halted().isEmpty()) {
            till.journal().halt(words);
            till.say().warn("halted " + words);
        }
        sayHalted(till);
        return Outcome.HALTED;
    }

    static void sayHalted(TillContext till) {
        till.alarms().raise("halted", till.texts().of("alarm.rolled-back"));
    }
}
