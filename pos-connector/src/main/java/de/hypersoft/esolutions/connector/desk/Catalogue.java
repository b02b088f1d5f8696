package de.hypersoft.esolutions.connector.desk;

import com.fasterxml.jackson.databind.JsonNode;
import de.hypersoft.esolutions.connector.portal.Portal;
import de.hypersoft.esolutions.connector.wire.Json;
import de.hypersoft.esolutions.connector.wire.Letters;
import de.hypersoft.esolutions.connector.wire.Loaded;
import de.hypersoft.esolutions.connector.wire.Reply;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Loads master data: a full file replaces, an increment builds on a version; a gap demands the full file (T57). */
public record Catalogue(Portal portal, Path data, PrintStream out) {

    /** The full catalogue that the portal took last, in the data folder. */
    public static final String KNOWN_FULL = "catalog-full.json";

    /** @return what became of it; its report is printed either way */
    public Loaded full(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (!readable(file, bytes)) {
            return Loaded.NOT;
        }
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
        if (!readable(file, bytes)) {
            return Loaded.NOT;
        }
        Reply reply = portal.catalogue("PATCH", bytes);
        if (reply.status() != 409 || !reply.code().equals("full-load-required")) {
            return told(reply, member(bytes, "version"));
        }
        Path known = data.resolve(KNOWN_FULL);
        String base = member(bytes, "baseVersion");
        out.println("The portal does not have version " + base + ", on which this increment builds.");
        if (!Files.exists(known)) {
            out.println("Load the full catalogue: pos-connector load-catalog FILE");
            return Loaded.NOT;
        }
        byte[] full = Files.readAllBytes(known);
        out.println("Sending the last full catalogue of this till first.");
        if (!send("PUT", full).taken()) {
            return Loaded.NOT;
        }
        if (!member(full, "version").equals(base)) {
            out.println("The increment builds on another version than that; load a newer full catalogue.");
            return Loaded.NOT;
        }
        return send("PATCH", bytes);
    }

    private boolean readable(Path file, byte[] bytes) {
        Optional<Letters.Fault> fault = Letters.fault(bytes);
        fault.ifPresent(why -> out.println("not loaded: " + file + " cannot be read, " + why));
        return fault.isEmpty();
    }

    private Loaded send(String method, byte[] bytes) {
        String version;
        try {
            version = Json.text(bytes, "version");
        } catch (IOException unreadable) {
            out.println("not loaded: the file is no JSON object");
            return Loaded.NOT;
        }
        return told(portal.catalogue(method, bytes), version);
    }

    /** Never the whole as a tree: that takes many times the memory of a large file. */
    private static String member(byte[] bytes, String name) {
        try {
            return Json.text(bytes, name);
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
        out.println((loaded.taken() ? "loaded version " : "not loaded version ") + version + ": " + reply.words());
        print(report);
        notes(report.has("notes") ? report : reply.body(), version);
        out.println(loaded.words(report));
        return loaded;
    }

    private void print(JsonNode report) {
        JsonNode refused = report.path("refused");
        for (JsonNode finding : refused) {
            out.println("  " + words(finding));
        }
        if (report.has("state")) {
            out.println("report: " + report.path("state").asText() + ", " + refused.size() + " refused");
        }
    }

    /** What was taken, and that somebody may want to mend all the same. */
    private void notes(JsonNode report, String version) {
        JsonNode notes = report.path("notes");
        for (JsonNode finding : notes) {
            out.println("  note: " + words(finding));
        }
        if (!notes.isEmpty()) {
            out.println("The report has " + notes.size() + (notes.size() == 1 ? " note" : " notes")
                    + "; read it in the portal under Sync, " + portal.syncPage() + " (for programs: "
                    + portal.reportAddress(version) + ")");
        }
    }

    private static String words(JsonNode finding) {
        String what = finding.path("kind").asText() + " " + finding.path("id").asText();
        return what.strip() + ": " + finding.path("detail").asText() + " ["
                + finding.path("code").asText() + "]";
    }
}
