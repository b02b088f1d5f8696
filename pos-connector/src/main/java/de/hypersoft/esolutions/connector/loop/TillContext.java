package de.hypersoft.esolutions.connector.loop;

import de.hypersoft.esolutions.connector.journal.Journal;
import de.hypersoft.esolutions.connector.portal.Portal;
import de.hypersoft.esolutions.connector.tillcore.TillCoreClient;
import de.hypersoft.esolutions.connector.wire.ConnectorTexts;
import de.hypersoft.esolutions.connector.wire.ConsoleLog;

/** Everything the steps of the loop share. */
public record TillContext(
        Journal journal,
        Portal portal,
        TillCoreClient core,
        Watch watch,
        Contact contact,
        Alarms alarms,
        ConnectorTexts texts,
        ConsoleLog say) {}
