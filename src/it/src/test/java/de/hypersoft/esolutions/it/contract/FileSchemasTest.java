package de.hypersoft.esolutions.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import de.hypersoft.esolutions.it.contract.BrokenFiles.Broken;
import de.hypersoft.esolutions.kernel.text.FileFault;
import de.hypersoft.esolutions.onboarding.BrandFile;
import de.hypersoft.esolutions.sync.CatalogSchema;
import de.hypersoft.esolutions.sync.check.CatalogFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The schemas of files say what the code that loads them says; the worked examples of the documentation show both. */
class FileSchemasTest {

    private static final Path EXAMPLES = Path.of(System.getProperty("root"), "docs", "files");
    private static final Path WIRE = Path.of(
            System.getProperty("root"),
            "portal-war/src/main/resources/de/hypersoft/esolutions/portal/pos/contract/openapi.json");

    private enum Kind {
        CATALOG(CatalogSchema.text(), FileSchemasTest::catalogue, "catalog.json", "increment.json"),
        BRAND(BrandFile.schema(), BrandFile::check, "brand.json");

        private final JsonNode schema;
        private final JsonSchema compiled;
        private final Function<byte[], List<FileFault>> loader;
        private final List<JsonNode> examples;

        Kind(byte[] schema, Function<byte[], List<FileFault>> loader, String... examples) {
            this.schema = ContractDocument.read(new String(schema, StandardCharsets.UTF_8));
            this.compiled = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(
                            this.schema,
                            SchemaValidatorsConfig.builder()
                                    .formatAssertionsEnabled(true)
                                    .build());
            this.loader = loader;
            this.examples = List.of(examples).stream()
                    .map(name -> ContractDocument.file(EXAMPLES.resolve(name)))
                    .toList();
        }

        boolean refuses(JsonNode file) {
            return !compiled.validate(file).isEmpty();
        }

        List<FileFault> faults(JsonNode file) {
            return loader.apply(file.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<FileFault> catalogue(byte[] json) {
        return CatalogFile.check(json, LocalDate.of(2026, 11, 22), "DE").faults();
    }

    @ParameterizedTest
    @EnumSource
    void each_worked_example_is_right_for_the_schema_and_for_the_loader(Kind kind) {
        for (JsonNode example : kind.examples) {
            assertThat(kind.compiled.validate(example)).isEmpty();
            assertThat(kind.faults(example)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatever_breaks_a_rule_of_the_schema_is_refused_by_both_and_each_rule_is_broken(Kind kind) {
        Set<String> refused = new TreeSet<>();
        List<String> taken = new ArrayList<>();
        for (JsonNode example : kind.examples)
            for (Broken broken : BrokenFiles.of(kind.schema, example)) {
                if (!kind.refuses(broken.file())) continue;
                refused.add(broken.rule());
                if (kind.faults(broken.file()).isEmpty()) taken.add(broken.rule() + " at " + broken.place());
            }

        assertThat(taken).as("refused by the schema, and taken by the loader").isEmpty();
        assertThat(refused).isEqualTo(BrokenFiles.rules(kind.schema));
    }

    @ParameterizedTest
    @EnumSource
    void every_member_is_described(Kind kind) {
        for (JsonNode object : ContractDocument.objects(kind.schema))
            for (Map.Entry<String, JsonNode> member : object.path("properties").properties())
                if (object.path("type").asText().equals("object"))
                    assertThat(member.getValue().path("description").asText())
                            .as(member.getKey())
                            .isNotEmpty();
    }

    /** Tills send what files hold. */
    @ParameterizedTest
    @CsvSource({
        "VatClass, vatClass",
        "Category, category",
        "Deposit, deposit",
        "CatalogOption, option",
        "CatalogOptionGroup, optionGroup",
        "CatalogArticle, article"
    })
    void the_wire_and_the_file_have_the_same_members(String ofTheWire, String ofTheFile) {
        JsonNode wire = ContractDocument.file(WIRE).at("/components/schemas/" + ofTheWire + "/properties");
        JsonNode file = Kind.CATALOG.schema.at("/$defs/" + ofTheFile + "/properties");

        assertThat(names(file)).isNotEmpty().isEqualTo(names(wire));
    }

    private static Set<String> names(JsonNode properties) {
        Set<String> names = new TreeSet<>();
        properties.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
