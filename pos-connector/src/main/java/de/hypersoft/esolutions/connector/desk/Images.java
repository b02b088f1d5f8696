package de.hypersoft.esolutions.connector.desk;

import de.hypersoft.esolutions.connector.portal.Portal;
import de.hypersoft.esolutions.connector.wire.Reply;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Uploads pictures from the head office: each file is named by its article, as {@code 101.jpg}, and {@code _header.jpg}
 * is the picture at the head of the brand's shop; no article has such an id.
 */
public record Images(Portal portal, PrintStream out) {

    /** The portal's own limit. */
    private static final long LARGEST = 2L * 1024 * 1024;

    private static final String HEADER = "_header";

    private static final Map<String, String> TYPES =
            Map.of("jpg", "image/jpeg", "jpeg", "image/jpeg", "png", "image/png", "webp", "image/webp");

    /** @return whether the portal took every picture */
    public boolean upload(Path folder) throws IOException {
        List<Path> files;
        try (var found = Files.list(folder)) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        int refused = 0;
        for (Path file : files) refused += one(file) ? 0 : 1;
        out.println("images: " + (files.size() - refused) + " uploaded, " + refused + " not");
        return refused == 0;
    }

    private boolean one(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String type = TYPES.get(name.substring(dot + 1).toLowerCase(Locale.ROOT));
        if (dot < 1 || type == null) {
            out.println(name + ": not uploaded, the name is ARTICLE.jpg, .png or .webp");
            return false;
        }
        if (Files.size(file) > LARGEST) {
            out.println(name + ": not uploaded, larger than 2 MB");
            return false;
        }
        byte[] picture = Files.readAllBytes(file);
        String article = name.substring(0, dot);
        Reply reply =
                article.equals(HEADER) ? portal.headerPicture(picture, type) : portal.image(article, picture, type);
        out.println(name + ": " + (reply.ok() ? "uploaded" : "not uploaded, " + reply.words()));
        return reply.ok();
    }
}
