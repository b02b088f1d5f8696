package de.hypersoft.esolutions.inventory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What is read of POMs and of the server's list. */
final class Xml {

    private Xml() {}

    static Element read(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("not readable: " + file, e);
        }
    }

    /** At any depth. */
    static List<Element> all(Element parent, String tag) {
        NodeList found = parent.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(index -> (Element) found.item(index))
                .toList();
    }

    /** Right below. */
    static Optional<Element> child(Element parent, String tag) {
        return all(parent, tag).stream()
                .filter(element -> element.getParentNode() == parent)
                .findFirst();
    }

    /** Empty where there is none. */
    static String text(Element parent, String tag) {
        return child(parent, tag)
                .map(element -> element.getTextContent().strip())
                .orElse("");
    }
}
