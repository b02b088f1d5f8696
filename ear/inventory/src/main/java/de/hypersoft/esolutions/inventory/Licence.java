package de.hypersoft.esolutions.inventory;

import org.w3c.dom.Element;

/** A licence by the name its library gives it. @param url empty where none is given */
record Licence(String name, String url) {

    static Licence of(Element licence) {
        String name = Xml.text(licence, "name");
        String url = Xml.text(licence, "url");
        return new Licence(name.isEmpty() ? url : name, url);
    }
}
