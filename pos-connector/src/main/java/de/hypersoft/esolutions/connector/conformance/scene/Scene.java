package de.hypersoft.esolutions.connector.conformance.scene;

import de.hypersoft.esolutions.connector.conformance.Stage;
import de.hypersoft.esolutions.connector.conformance.Standstill;
import java.io.IOException;

/** A situation that is played to the candidate; what is seen in it goes into the report. Ends with fair weather. */
interface Scene {

    void play(Stage stage) throws IOException, InterruptedException, Standstill;
}
