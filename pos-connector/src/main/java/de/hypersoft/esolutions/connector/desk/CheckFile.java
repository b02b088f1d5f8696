package de.hypersoft.esolutions.connector.desk;

import de.hypersoft.esolutions.connector.wire.ConnectorJson;
import de.hypersoft.esolutions.connector.wire.ConnectorTexts;
import de.hypersoft.esolutions.connector.wire.Letters;
import de.hypersoft.esolutions.kernel.text.FileFault;
import de.hypersoft.esolutions.onboarding.BrandFile;
import de.hypersoft.esolutions.sync.check.CatalogFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Says all that is wrong with a catalogue's or a brand's file, by the code with which the server reads it. */
public record CheckFile(PrintStream out, ConnectorTexts texts) {

    /**
     * @param country of the location, of which a catalogue's card letters are
     * @return whether nothing is wrong
     */
    public boolean check(Path file, LocalDate today, String country) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Optional<Letters.Fault> letters = Letters.fault(bytes);
        if (letters.isPresent()) {
            out.println(letters.get().words(file, texts));
            return false;
        }
        boolean brand = ConnectorJson.has(bytes, "brand");
        CatalogFile.Report report = brand
                ? new CatalogFile.Report(BrandFile.check(bytes), List.of())
                : CatalogFile.check(bytes, today, country);
        report.faults().forEach(fault -> out.println("  " + words(fault)));
        report.notes().forEach(note -> out.println("  " + texts.of("load.note", words(note))));
        String kind = texts.of(brand ? "check.brand" : "check.catalogue");
        out.println(texts.of("check.result", kind, file, report.faults().size()));
        return report.faults().isEmpty();
    }

    private static String words(FileFault fault) {
        String place = fault.pointer().isEmpty() ? "" : fault.pointer() + "  ";
        return place + fault.detail() + " [" + fault.code() + "]";
    }
}
