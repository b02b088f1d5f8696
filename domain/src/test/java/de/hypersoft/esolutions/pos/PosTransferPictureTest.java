package de.hypersoft.esolutions.pos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PosTransferPictureTest {

    @Test
    void the_picture_in_the_architecture_shows_exactly_the_moves_of_the_enum() throws IOException {
        String text = Files.readString(Path.of("..", "ARCHITECTURE.md"));
        List<String> drawn = Arrays.stream(text.split("\n"))
                .map(String::strip)
                .filter(line -> line.matches("[A-Z_]+ --> [A-Z_]+"))
                .toList();

        List<String> allowed = new ArrayList<>();
        for (PosTransfer from : PosTransfer.values()) from.next().forEach(to -> allowed.add(from + " --> " + to));

        assertThat(drawn).containsExactlyInAnyOrderElementsOf(allowed);
    }
}
