package de.hypersoft.esolutions.connector.desk;

import com.fasterxml.jackson.databind.JsonNode;
import de.hypersoft.esolutions.connector.portal.Portal;
import de.hypersoft.esolutions.connector.wire.ConnectorJson;
import de.hypersoft.esolutions.connector.wire.ConnectorTexts;
import de.hypersoft.esolutions.connector.wire.Letters;
import de.hypersoft.esolutions.connector.wire.Loaded;
import de.hypersoft.esolutions.connector.wire.Reply;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Loads master data: a full file replaces, an increment builds on a version; a gap demands the full file (T57). */
public record Catalogue(Portal portal, Path data, PrintStream out, ConnectorTexts texts) {

    private static final Set<String> KINDS =
            Set.of("article", "optionGroup", "category", "deposit", "vatClass", "catalogue");

    private static final Set<String> STATES =
            Set.of("PUBLISHED", "STAGED", "HELD", "DISCARDED", "SUPERSEDED", "REFUSED");

    /** Of what only follows; the report in the portal has them all. */
    private static final int NAMED = 3;

    /** The full catalogue that the portal took last, in the data folder. */
    public static final String KNOWN_FULL = "catalog-full.json";

    /** @return what became of it; its report is printed either way */
    public Loaded full(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (!readable(file, bytes)) return Loaded.NOT;
        Loaded loaded = send("PUT", bytes);
        if (loaded.taken()) {
            Path part = data.resolve(KNOWN_FULL + ".part");
            Files.write(part, bytes);
            Files.move(part, data.resolve(KNOWN_FULL), StandardCopyOption.REPLACE_EXISTING);
        }
        return loaded;
    }

    /** @return what became of it, if need be after the full file this till knows */
    public Loaded increment(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (!readable(file, bytes)) return Loaded.NOT;
        Reply reply = portal.catalogue("PATCH", bytes);
        if (reply.status() != 409 || !reply.code().equals("full-load-required"))
            return told(reply, member(bytes, "version"));
        Path known = data.resolve(KNOWN_FULL);
        String base = member(bytes, "baseVersion");
        out.println(texts.of("load.gap", base));
        if (!Files.exists(known)) {
            out.println(texts.of("load.gap-no-full"));
            return Loaded.NOT;
        }
        byte[] full = Files.readAllBytes(known);
        out.println(texts.of("load.gap-full-first"));
        if (!send("PUT", full).taken()) return Loaded.NOT;
        if (!member(full, "version").equals(base)) {
            out.println(texts.of("load.gap-other"));
            return Loaded.NOT;
        }
        return send("PATCH", bytes);
    }

    private boolean readable(Path file, byte[] bytes) {
        Optional<Letters.Fault> fault = Letters.fault(bytes);
        fault.ifPresent(why -> out.println(why.words(file, texts)));
        return fault.isEmpty();
    }

    private Loaded send(String method, byte[] bytes) {
        String version;
        try {
            version = ConnectorJson.text(bytes, "version");
        } catch (IOException unreadable) {
            out.println(texts.of("load.no-json"));
            return Loaded.NOT;
        }
        return told(portal.catalogue(method, bytes), version);
    }

    /** Never the whole as a tree: that takes many times the memory of a large file. */
    private static String member(byte[] bytes, String name) {
        try {
            return ConnectorJson.text(bytes, name);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private Loaded told(Reply reply, String version) {
        JsonNode report = reply.body();
        if (reply.reached() && !version.isEmpty()) {
            Reply asked = portal.catalogueReport(version);
            report = asked.ok() ? asked.body() : report;
        }
        Loaded loaded = Loaded.of(reply, report);
        String why = report.path("words").asText(reply.words());
        out.println(texts.of(loaded.taken() ? "load.loaded" : "load.not-loaded", version, why));
        print(report);
        notes(report.has("notes") ? report : reply.body(), version);
        out.println(loaded.words(report, texts));
        return loaded;
    }

    /** What has to be mended first, and what was refused only because of it below, counted. */
    private void print(JsonNode report) {
        JsonNode refused = report.path("refused");
        for (LoadCauses.Cause cause : LoadCauses.of(refused)) {
            cause.reasons().forEach(reason -> out.println("  " + words(reason)));
            if (!cause.follows().isEmpty())
                out.println("    " + texts.of("load.follows", cause.follows().size(), first(cause.follows())));
        }
        if (report.has("state"))
            out.println(texts.of("load.report", state(report.path("state").asText()), refused.size()));
    }

    private String state(String state) {
        return STATES.contains(state) ? texts.of("load.state-" + state) : texts.of("load.fate-other", state);
    }

    private String first(List<JsonNode> follows) {
        String names = follows.stream().limit(NAMED).map(this::thing).collect(Collectors.joining(", "));
        return follows.size() > NAMED ? names + ", …" : names;
    }

    /** What was taken, and that somebody may want to mend all the same. */
    private void notes(JsonNode report, String version) {
        JsonNode notes = report.path("notes");
        for (JsonNode finding : notes) out.println("  " + texts.of("load.note", words(finding)));
        if (!notes.isEmpty())
            out.println(texts.of("load.notes", notes.size(), portal.syncPage(), portal.reportAddress(version)));
    }

    private String words(JsonNode finding) {
        // a portal of before has no words for people, only the reason for whoever wrote the till
        String words = finding.path("words").asText(finding.path("detail").asText());
        return thing(finding) + ": " + words + " [" + finding.path("code").asText() + "]";
    }

    /** A dish by the name people call it, and the id by which the till finds it. */
    private String thing(JsonNode finding) {
        String kind = finding.path("kind").asText();
        String what = KINDS.contains(kind) ? texts.of("load.kind-" + kind) : kind;
        String id = (what + " " + finding.path("id").asText()).strip();
        String name = finding.path("name").asText("");
        return finding.hasNonNull("name") && !name.isBlank() ? id + " »" + name + "«" : id;
    }
}
