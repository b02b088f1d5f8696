package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.pos.EventType;
import de.hypersoft.esolutions.pos.PosTransfer;
import de.hypersoft.esolutions.tenancy.OrderType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One word, one meaning, in code and in what people read. */
class WordsTest {

    private static final Path ROOT = Path.of(System.getProperty("root"));

    @Test
    void T35_the_guests_pickup_and_the_tills_never_share_a_name_in_code() {
        List<String> types = names(OrderType.values());

        assertThat(names(PosTransfer.values())).doesNotContainAnyElementsOf(types);
        assertThat(names(OrderStatus.values())).doesNotContainAnyElementsOf(types);
        assertThat(names(EventType.values())).doesNotContainAnyElementsOf(types);
        assertThat(names(PosTransfer.values())).noneMatch(name -> name.contains("PICKUP"));
    }

    @Test
    void T35_nothing_but_the_guest_picks_up_in_the_texts_of_the_portal() throws IOException {
        List<String> texts =
                texts("portal-war/src/main/resources/de/hypersoft/esolutions/portal/messages_de.properties");

        assertThat(texts.stream().filter(line -> line.matches("(?i).*(abhol|abgeholt).*")))
                .allMatch(line -> line.matches("(type\\.PICKUP|payment\\.AT_PICKUP).*"));
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static List<String> texts(String file) throws IOException {
        try (Stream<String> lines = Files.lines(ROOT.resolve(file))) {
            return lines.filter(line -> line.contains("=")).toList();
        }
    }
}
