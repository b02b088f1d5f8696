package de.hypersoft.esolutions.connector.desk;

import de.hypersoft.esolutions.connector.disk.CannotWrite;
import de.hypersoft.esolutions.connector.disk.DamagedLog;
import de.hypersoft.esolutions.connector.disk.Obstacle;
import de.hypersoft.esolutions.connector.wire.ConnectorTexts;
import de.hypersoft.esolutions.connector.wire.Reply;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Why something failed, in the reader's language; the machine's own words are for whom they were not written. */
record Reasons(ConnectorTexts texts) {

    String of(Throwable failure) {
        return texts.of("reason." + kind(failure), detail(failure));
    }

    /** An answer that was no yes: its number and code mean the same in every language. */
    String of(Reply reply) {
        if (!reply.reached()) return texts.of("reason.no-answer");
        return ("HTTP " + reply.status() + " " + reply.code()).strip();
    }

    private static String kind(Throwable failure) {
        String words = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (failure instanceof DamagedLog) return "damaged";
        Obstacle obstacle = Obstacle.of(failure);
        if (obstacle != Obstacle.OTHER) return obstacle.key();
        if (failure instanceof UnknownHostException) return "unknown";
        if (failure instanceof SocketTimeoutException || words.contains("timed out")) return "silent";
        if (failure instanceof NoRouteToHostException || words.contains("unreachable")) return "no-way";
        if (failure instanceof ConnectException) return "refused";
        if (failure instanceof SSLException) return "tls";
        return failure instanceof IOException ? "other" : "fault";
    }

    /** The name of the fault, by which whoever helps finds it; a position or a file where the text asks for one. */
    private static String detail(Throwable failure) {
        if (failure instanceof DamagedLog damaged) return damaged.file() + " @" + damaged.position();
        return failure instanceof CannotWrite refused
                ? refused.reason()
                : failure.getClass().getSimpleName();
    }
}
