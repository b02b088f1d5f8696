package de.hypersoft.esolutions.sync.spreadsheet;

import de.hypersoft.esolutions.kernel.Invalid;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the first sheet of a workbook that is shown (ECMA-376). Of a formula it takes the value that the spreadsheet has
 * stored, and runs nothing; it follows no link.
 */
public final class XlsxTable {

    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    private static final String STRINGS = "xl/sharedStrings.xml";

    /** As far as money goes; doubles have ends such as 9.9000000000000004. */
    private static final MathContext DIGITS = new MathContext(12);

    private static final int LONGEST_NUMBER = 30;

    /** Of a formula whose value nobody has stored. */
    private static final String NO_VALUE = "#N/A";

    private final XMLInputFactory factory = factory();
    private final Map<String, byte[]> parts;
    private final List<String> strings = new ArrayList<>();
    private final List<Table.Row> rows = new ArrayList<>();

    private XlsxTable(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** @throws Invalid {@code menu-table-broken}, {@code menu-table-too-large}, {@code menu-table-empty} */
    public static Table read(byte[] workbook) {
        Map<String, byte[]> parts = XlsxParts.of(
                workbook,
                name -> name.equals(WORKBOOK)
                        || name.equals(RELATIONS)
                        || name.equals(STRINGS)
                        || name.startsWith("xl/worksheets/"));
        try {
            return new XlsxTable(parts).read();
        } catch (XMLStreamException | NumberFormatException | IndexOutOfBoundsException broken) {
            throw new Invalid("menu-table-broken", "this workbook cannot be read: " + broken.getMessage(), "file");
        }
    }

    private Table read() throws XMLStreamException {
        if (parts.containsKey(STRINGS)) strings();
        rows(sheet(relation()));
        if (rows.size() < 2) throw new Invalid("menu-table-empty", "a table has a head and at least one row", "file");
        return new Table(rows.get(0).cells(), List.copyOf(rows.subList(1, rows.size())));
    }

    /** The relation that names the first sheet that is shown. */
    private String relation() throws XMLStreamException {
        XMLStreamReader xml = open(WORKBOOK);
        while (xml.hasNext())
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("sheet")
                    && !attribute(xml, "state").matches("hidden|veryHidden")) return attribute(xml, "id");
        return "";
    }

    private String sheet(String relation) throws XMLStreamException {
        XMLStreamReader xml = open(RELATIONS);
        while (xml.hasNext())
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("Relationship")
                    && attribute(xml, "Id").equals(relation)) {
                String target = attribute(xml, "Target");
                return target.startsWith("/") ? target.substring(1) : "xl/" + target;
            }
        return "";
    }

    private XMLStreamReader open(String part) throws XMLStreamException {
        byte[] content = parts.get(part);
        if (content == null) throw new XMLStreamException("it has no part " + part);
        return factory.createXMLStreamReader(new ByteArrayInputStream(content));
    }

    /** Texts are stored once for all cells; of formatted ones the runs are put together, reading aids are not. */
    private void strings() throws XMLStreamException {
        XMLStreamReader xml = open(STRINGS);
        while (xml.hasNext())
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("si")) strings.add(text(xml, "si"));
    }

    private static String text(XMLStreamReader xml, String end) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean aid = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(end)) break;
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("rPh")) aid = true;
            else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("rPh")) aid = false;
            else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("t")
                    && !aid) text.append(xml.getElementText());
        }
        return text.toString();
    }

    private void rows(String part) throws XMLStreamException {
        XMLStreamReader xml = open(part);
        long number = 0;
        List<String> cells = new ArrayList<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
                String given = attribute(xml, "r");
                number = given.isEmpty() ? number + 1 : Long.parseLong(given);
                cells = new ArrayList<>();
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("c")) cell(xml, cells);
            else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("row")) row(number, cells);
        }
    }

    private void row(long number, List<String> cells) {
        if (cells.stream().allMatch(String::isBlank)) return;
        if (rows.size() > Table.MOST_ROWS) throw tooLarge(number);
        rows.add(new Table.Row(number, List.copyOf(cells)));
    }

    private void cell(XMLStreamReader xml, List<String> cells) throws XMLStreamException {
        String place = attribute(xml, "r").replaceAll("\\d", "");
        int column = place.isEmpty() ? cells.size() : column(place);
        String value = value(xml, attribute(xml, "t"));
        if (value.isBlank()) return;
        if (column >= Table.MOST_COLUMNS || value.length() > Table.LONGEST_CELL) throw tooLarge(rows.size() + 1L);
        while (cells.size() <= column) cells.add("");
        cells.set(column, value);
    }

    private String value(XMLStreamReader xml, String type) throws XMLStreamException {
        boolean formula = false;
        String value = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) break;
            if (event != XMLStreamConstants.START_ELEMENT) continue;
            switch (xml.getLocalName()) {
                case "f" -> formula = true;
                case "v" -> value = xml.getElementText();
                case "is" -> value = text(xml, "is");
                default -> {
                    // nothing that is shown
                }
            }
        }
        if (value.isEmpty()) return formula ? NO_VALUE : "";
        if (type.equals("s")) return strings.get(Integer.parseInt(value));
        return type.isEmpty() || type.equals("n") ? number(value) : value;
    }

    private static String number(String value) {
        if (value.length() > LONGEST_NUMBER) return value;
        BigDecimal number = new BigDecimal(value).round(DIGITS);
        boolean plain = Math.abs((long) number.scale()) <= LONGEST_NUMBER;
        return plain ? number.stripTrailingZeros().toPlainString() : value;
    }

    /** A is 0, Z 25, AA 26. */
    private static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length() && column <= Table.MOST_COLUMNS; i++)
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        return column - 1;
    }

    private static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++)
            if (xml.getAttributeLocalName(i).equals(name)) return xml.getAttributeValue(i);
        return "";
    }

    private static Invalid tooLarge(long row) {
        return new Invalid(
                "menu-table-too-large",
                "a table has " + Table.MOST_ROWS + " rows and " + Table.MOST_COLUMNS + " columns at most",
                "file",
                Map.of("row", row));
    }
}
