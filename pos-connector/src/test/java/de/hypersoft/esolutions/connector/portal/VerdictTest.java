package de.hypersoft.esolutions.connector.portal;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.connector.journal.JournalEvent.Answer;
import de.hypersoft.esolutions.connector.wire.ConnectorJson;
import de.hypersoft.esolutions.connector.wire.Reply;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {'items':[{'orderId':'A','state':'TRANSFERRED_AUTO'}]}                             | CONFIRMED",
                "200 | {'items':[{'orderId':'A','fence':7,'state':'TRANSFERRED_AUTO','new':1}]}           | CONFIRMED",
                "200 | [{'orderId':'A','state':'TRANSFERRED_AUTO'}]                                       | CONFIRMED",
                "200 | {'items':[{'orderId':'A','code':'order-taken-over','state':'TRANSFERRED_MANUAL'}]} | TAKEN",
                "200 | {'items':[{'orderId':'A','code':'order-withdrawn','state':'WITHDRAWN'}]}           | TAKEN",
                "200 | {'items':[{'orderId':'A','code':'order-taken-over','state':'TRANSFERRED_AUTO'}]}   | TAKEN",
                "200 | {'items':[{'orderId':'A','code':'journal-rolled-back'}]}                           | ROLLED_BACK",
                "200 | {'items':[{'orderId':'B','state':'TRANSFERRED_AUTO'}]}                             | UNCLEAR",
                "200 | {'items':[{'orderId':'A','state':'CLAIMED'}]}                                      | UNCLEAR",
                "200 | {'items':[{'orderId':'A','code':'new-word','state':'TRANSFERRED_AUTO'}]}           | UNCLEAR",
                "200 | <html>sign in</html>                                                              | UNCLEAR",
                "204 | {'items':[{'orderId':'A','state':'TRANSFERRED_AUTO'}]}                             | UNCLEAR",
                "302 | {}                                                                                | UNCLEAR",
                "401 | {'code':'unauthorized'}                                                           | UNCLEAR",
                "403 | {'code':'forbidden'}                                                              | UNCLEAR",
                "404 | {'code':'not-found'}                                                              | UNCLEAR",
                "409 | {'code':'order-taken-over','state':'PENDING'}                                     | TAKEN",
                "409 | {'code':'journal-rolled-back'}                                                    | ROLLED_BACK",
                "409 | {'type':'/problems/journal-rolled-back'}                                          | ROLLED_BACK",
                "409 | {'code':'something-else'}                                                         | UNCLEAR",
                "409 | {'state':'TRANSFERRED_AUTO'}                                                      | UNCLEAR",
                "503 | {}                                                                                | UNCLEAR",
                "  0 | {}                                                                                | UNREACHABLE",
            })
    void only_a_plain_yes_is_a_yes_and_only_a_known_no_is_a_no(int status, String body, Answer answer) {
        Reply reply =
                new Reply(status, ConnectorJson.tree(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)), "");

        assertThat(Verdict.about("A", reply, true).answer()).isEqualTo(answer);
    }
}
