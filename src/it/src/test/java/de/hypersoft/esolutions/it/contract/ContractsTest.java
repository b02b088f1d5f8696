package de.hypersoft.esolutions.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The two committed contracts: whole, exemplary, and taking back nothing that was released. */
class ContractsTest {

    private static final Path RELEASED =
            Path.of(System.getProperty("root"), "src/it/src/test/resources/de/hypersoft/esolutions/it/contract");

    enum Api {
        STOREFRONT(
                "web-shop-war/src/main/resources/de/hypersoft/esolutions/shop/api/openapi.json", "storefront-1.json"),
        TILLS("portal-war/src/main/resources/de/hypersoft/esolutions/portal/pos/contract/openapi.json", "tills-1.json");

        private final ContractDocument committed;
        private final JsonNode released;

        Api(String path, String released) {
            this.committed = ContractDocument.committed(path);
            this.released = ContractDocument.file(RELEASED.resolve(released));
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_that_was_released_is_taken_back(Api api) {
        assertThat(ContractChanges.broken(api.released, api.committed.json()))
                .as("what clients of the released contract would miss; see the decision one-contract-for-each-api")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/paths/~1api~1v1~1quotes | post | | post /api/v1/quotes is gone",
                "/paths/~1api~1v1~1orders/post/responses | 409 | | 409 is gone",
                "/paths/~1api~1v1~1orders/post/parameters/0/schema | maxLength | 50 | another maxLength",
                "/paths/~1api~1v1~1locations~1{location}~1times/get/parameters/1 | required | true | is required now",
                "/components/schemas | Quote | | Quote is gone",
                "/components/schemas/Article/properties | backAt | | Article.backAt is gone",
                "/components/schemas/Article/properties/remaining | type | [\"string\",\"null\"] | and is [null, string]",
                "/components/schemas/Place/properties/pausedUntil | format | \"date\" | pausedUntil format",
                "/components/schemas/Money | required | [\"amount\"] | does not promise any more [currency]",
                "/components/schemas/OrderType | enum | [\"PICKUP\",\"IN_HOUSE\"] | has no [DELIVERY] any more",
                "/components/schemas/QuoteInput | required | [\"location\",\"orderType\",\"lines\",\"note\"] | requires [note]",
                "/components/schemas/OrderInput/properties/lines | maxItems | 10 | another maxItems",
                "/components/schemas/QuoteAnswer/properties/total | $ref | \"#/components/schemas/MoneyInput\" | total $ref",
                "/x-error-codes | sold-out | | code sold-out is gone",
            })
    void whatever_takes_something_back_is_found(String at, String member, String value, String found) {
        JsonNode changed = Api.STOREFRONT.committed.json().deepCopy();
        ObjectNode object = (ObjectNode) changed.at(at);
        assertThat(object.has(member) || value != null).as("%s %s", at, member).isTrue();
        if (value == null) object.remove(member);
        else object.set(member, ContractDocument.read(value));

        assertThat(ContractChanges.broken(Api.STOREFRONT.committed.json(), changed))
                .anySatisfy(sentence -> assertThat(sentence).contains(found));
    }

    @Test
    void what_only_adds_takes_nothing_back() {
        JsonNode changed = Api.STOREFRONT.committed.json().deepCopy();
        ((ObjectNode) changed.at("/components/schemas/Place/properties"))
                .putObject("fax")
                .put("type", "string");
        ((ObjectNode) changed.at("/x-error-codes")).put("too-late", "It is too late.");
        ((ObjectNode) changed.at("/components/schemas/OrderInput/properties/lines")).put("maxItems", 60);
        ((ObjectNode) changed.at("/components/schemas/LineInput/properties/quantity")).put("format", "int64");
        ((ObjectNode) changed.path("paths")).putObject("/api/v1/coupons").putObject("get");

        assertThat(ContractChanges.broken(Api.STOREFRONT.committed.json(), changed))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void every_example_is_what_its_shape_says(Api api) {
        List<String> wrong = new ArrayList<>();
        int examples = 0;
        for (JsonNode media : ContractDocument.objects(api.committed.json())) {
            if (!media.has("example") || !media.has("schema")) continue;
            examples++;
            for (String finding : api.committed.wrong(media.path("schema"), media.path("example")))
                wrong.add(finding + " in " + media.path("example"));
        }
        assertThat(examples).isGreaterThan(15);
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everything_that_is_sent_or_answered_has_a_shape_and_json_an_example(Api api) {
        List<String> without = new ArrayList<>();
        for (String operation : api.committed.operations()) {
            JsonNode json = api.committed.operation(operation);
            List<JsonNode> said = new ArrayList<>(List.of(json.path("requestBody")));
            json.path("responses").fields().forEachRemaining(answer -> {
                if (answer.getKey().startsWith("2")) said.add(answer.getValue());
            });
            for (JsonNode content : said) {
                JsonNode media = content.path("content").path("application/json");
                boolean itself = operation.endsWith("/openapi");
                if (media.isObject() && !media.has("example") && !itself) without.add(operation + " has no example");
            }
            if (json.path("summary").asText().isEmpty()) without.add(operation + " has no summary");
        }
        for (JsonNode media : ContractDocument.objects(api.committed.json()))
            if (media.has("schema") && media.path("schema").isEmpty()) without.add("no schema in " + media);
        assertThat(without).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void every_code_has_a_sentence_and_every_sentence_a_code(Api api) {
        Set<String> described = new TreeSet<>();
        api.committed.json().path("x-error-codes").fieldNames().forEachRemaining(described::add);

        Set<String> used = ContractDocument.codes(api.committed.json().path("paths"))
                .collect(Collectors.toCollection(TreeSet::new));
        ContractDocument.codes(api.committed.json().path("components").path("responses"))
                .forEach(used::add);
        assertThat(described).isEqualTo(used);
    }

    @ParameterizedTest
    @EnumSource
    void every_shape_is_used_and_every_reference_leads_somewhere(Api api) {
        Set<String> referred = new TreeSet<>();
        for (JsonNode object : ContractDocument.objects(api.committed.json())) {
            String reference = object.path("$ref").asText();
            if (reference.isEmpty()) continue;
            assertThat(api.committed.resolved(object).isObject()).as(reference).isTrue();
            if (reference.contains("/schemas/")) referred.add(reference.replaceFirst(".*/", ""));
        }
        Set<String> shapes = new TreeSet<>();
        api.committed.json().at("/components/schemas").fieldNames().forEachRemaining(shapes::add);
        assertThat(referred).isEqualTo(shapes);
    }
}
