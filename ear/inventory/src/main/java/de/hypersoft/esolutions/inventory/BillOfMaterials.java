package de.hypersoft.esolutions.inventory;

import java.util.List;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Hash;
import org.cyclonedx.model.License;
import org.cyclonedx.model.LicenseChoice;
import org.cyclonedx.model.Metadata;
import org.cyclonedx.model.Property;

/** The libraries in the words of CycloneDX 1.6; the same libraries make the same bytes. */
final class BillOfMaterials {

    private BillOfMaterials() {}

    static String json(Coordinates product, String owner, List<Library> libraries) {
        Bom bom = new Bom();
        Metadata metadata = new Metadata();
        Component whole = component(product, Component.Type.APPLICATION);
        whole.setPublisher(owner);
        whole.setLicenses(choice(List.of(new Licence("All rights reserved, " + owner, ""))));
        metadata.setComponent(whole);
        metadata.setTimestamp(null);
        bom.setMetadata(metadata);
        libraries.forEach(library -> bom.addComponent(component(library, owner)));
        try {
            return BomGeneratorFactory.createJson(Version.VERSION_16, bom).toJsonString();
        } catch (GeneratorException e) {
            throw new IllegalStateException("a bill of materials cannot be written", e);
        }
    }

    private static Component component(Library library, String owner) {
        Component component = component(library.name(), Component.Type.LIBRARY);
        component.setScope(Component.Scope.REQUIRED);
        if (!library.sha256().isEmpty()) component.addHash(new Hash(Hash.Algorithm.SHA_256, library.sha256()));
        List<Licence> licences =
                library.name().ours() ? List.of(new Licence("All rights reserved, " + owner, "")) : library.licences();
        if (!licences.isEmpty()) component.setLicenses(choice(licences));
        library.places().forEach(place -> component.addProperty(property("esolutions:place", place)));
        return component;
    }

    private static Component component(Coordinates name, Component.Type type) {
        Component component = new Component();
        component.setType(type);
        component.setBomRef(name.purl());
        component.setGroup(name.group());
        component.setName(name.artifact());
        component.setVersion(name.version());
        component.setPurl(name.purl());
        return component;
    }

    private static LicenseChoice choice(List<Licence> licences) {
        LicenseChoice choice = new LicenseChoice();
        for (Licence licence : licences) {
            License each = new License();
            each.setName(licence.name());
            if (!licence.url().isEmpty()) each.setUrl(licence.url());
            choice.addLicense(each);
        }
        return choice;
    }

    private static Property property(String name, String value) {
        Property property = new Property();
        property.setName(name);
        property.setValue(value);
        return property;
    }
}
