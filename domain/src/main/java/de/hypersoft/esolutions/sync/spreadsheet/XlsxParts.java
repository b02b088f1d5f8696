package de.hypersoft.esolutions.sync.spreadsheet;

import de.hypersoft.esolutions.kernel.Invalid;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The files in a workbook, which is a ZIP: unpacked in memory, and no further than a menu can be large. */
final class XlsxParts {

    /** Unpacked, all together: ten times what 20,000 dishes need. */
    private static final int MOST_BYTES = 40 * 1024 * 1024;

    private static final int MOST_ENTRIES = 1_000;

    private XlsxParts() {}

    /**
     * Those that are wanted, by their names.
     *
     * @throws Invalid {@code menu-table-broken}, {@code menu-table-too-large}
     */
    static Map<String, byte[]> of(byte[] workbook, Predicate<String> wanted) {
        Map<String, byte[]> parts = new HashMap<>();
        byte[] step = new byte[16 * 1024];
        long unpacked = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES) throw tooLarge();
                boolean kept = wanted.test(entry.getName());
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                for (int read = zip.read(step); read >= 0; read = zip.read(step)) {
                    unpacked += read;
                    if (unpacked > MOST_BYTES) throw tooLarge();
                    if (kept) content.write(step, 0, read);
                }
                if (kept) parts.put(entry.getName(), content.toByteArray());
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new Invalid("menu-table-broken", "this workbook cannot be unpacked: " + broken.getMessage(), "file");
        }
        return parts;
    }

    private static Invalid tooLarge() {
        return new Invalid("menu-table-too-large", "a workbook has " + MOST_BYTES + " bytes unpacked at most", "file");
    }
}
