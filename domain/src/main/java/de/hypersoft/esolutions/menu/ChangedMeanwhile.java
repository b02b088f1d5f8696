package de.hypersoft.esolutions.menu;

import de.hypersoft.esolutions.kernel.Conflict;

/** Somebody else has changed the same thing since this editor's page was opened; nothing of either is lost. */
public final class ChangedMeanwhile extends Conflict {

    ChangedMeanwhile() {
        super("menu-changed-meanwhile", "somebody else has changed it since");
    }
}
