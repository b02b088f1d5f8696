package de.hypersoft.esolutions.connector.desk;

import de.hypersoft.esolutions.catalog.document.CatalogText;
import de.hypersoft.esolutions.connector.wire.ConnectorJson;
import de.hypersoft.esolutions.connector.wire.ConnectorTexts;
import de.hypersoft.esolutions.kernel.text.FileFault;
import de.hypersoft.esolutions.kernel.text.FileWords;
import de.hypersoft.esolutions.onboarding.BrandFile;
import de.hypersoft.esolutions.sync.check.CatalogFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Says all that is wrong with a catalogue's or a brand's file, by the code with which the server reads it. */
public record CheckFile(PrintStream out, ConnectorTexts texts) {

    private static final int MARK = 0xFEFF;

    /**
     * @param country of the location, of which a catalogue's card letters are
     * @return whether nothing is wrong
     */
    public boolean check(Path file, LocalDate today, String country) throws IOException {
        long size = Files.size(file);
        if (size > CatalogText.MAX_BYTES) return tooLarge("check.catalogue", file, CatalogText.MAX_BYTES >> 20);
        boolean brand = ConnectorJson.has(Files.newInputStream(file), "brand");
        if (brand && size > BrandFile.MAX_BYTES) return tooLarge("check.brand", file, BrandFile.MAX_BYTES / 1_000_000);
        try {
            return brand ? brand(file) : catalogue(file, today, country);
        } catch (OutOfMemoryError tooLittle) { // within the server's limits, and this machine has less
            out.println(texts.of("check.memory", file));
            return false;
        }
    }

    private boolean tooLarge(String kind, Path file, int megabytes) {
        out.println(texts.of("check.too-large", texts.of(kind), file, megabytes));
        return false;
    }

    private boolean brand(Path file) throws IOException {
        List<FileFault> faults = BrandFile.check(Files.readAllBytes(file));
        faults.forEach(fault -> out.println("  " + line(fault, words().brand(fault))));
        return result("check.brand", file, faults.size());
    }

    private boolean catalogue(Path file, LocalDate today, String country) throws IOException {
        CatalogFile.Report report = report(file, today, country);
        report.faults().forEach(fault -> out.println("  " + line(fault, words().catalogue(fault))));
        report.notes().forEach(note -> out.println("  " + texts.of("load.note", line(note, words().catalogue(note)))));
        return result("check.catalogue", file, report.faults().size());
    }

    private boolean result(String kind, Path file, int faults) {
        out.println(texts.of("check.result", texts.of(kind), file, faults));
        return faults == 0;
    }

    /** As it is read, so that a large one needs no second place in memory; whole only where its letters are wrong. */
    private static CatalogFile.Report report(Path file, LocalDate today, String country) throws IOException {
        if (!readable(file)) return CatalogFile.check(Files.readAllBytes(file), today, country);
        try (Reader text = new BufferedReader(letters(file))) {
            text.mark(1);
            if (text.read() != MARK) text.reset();
            return CatalogFile.check(text, today, country);
        }
    }

    private static boolean readable(Path file) throws IOException {
        char[] some = new char[8192];
        try (Reader text = letters(file)) {
            for (int read = text.read(some); read >= 0; read = text.read(some))
                for (int i = 0; i < read; i++) if (some[i] == 0) return false; // UTF-16 without its mark
            return true;
        } catch (CharacterCodingException otherLetters) {
            return false;
        }
    }

    private static Reader letters(Path file) throws IOException {
        return new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder());
    }

    private FileWords words() {
        return FileWords.in(texts.language());
    }

    private static String line(FileFault fault, String sentence) {
        String place = fault.pointer().isEmpty() ? "" : fault.pointer() + "  ";
        String element = fault.element().isEmpty() ? "" : fault.element() + ": ";
        return place + element + sentence + " [" + fault.code() + "]";
    }
}
