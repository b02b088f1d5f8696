package de.hypersoft.esolutions.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.it.contract.ContractDocument;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every code with which the sources behind an API refuse stands in its contract, or is named here with who meets it. */
class ContractCodesTest {

    private static final String DOMAIN = "domain/src/main/java/de/hypersoft/esolutions/";
    private static final String SHOP = "web-shop-war/src/main/java/de/hypersoft/esolutions/shop/";
    private static final String PORTAL = "portal-war/src/main/java/de/hypersoft/esolutions/portal/";

    private static final List<String> STOREFRONT = List.of(
            SHOP + "api/\\w+",
            SHOP + "guard/Rejected",
            SHOP + "guard/ShopRequest\\w*",
            SHOP + "status/Lookup",
            DOMAIN + "ordering/\\w+",
            DOMAIN + "ordering/(limits|quote|slot)/\\w+",
            DOMAIN + "ordering/click/UnconfirmedOrders",
            DOMAIN + "ordering/guests/GuestBlocks",
            DOMAIN + "pricing/\\w+",
            DOMAIN + "catalog/Menus",
            DOMAIN + "catalog/availability/Availabilities",
            DOMAIN + "tenancy/Locations",
            DOMAIN + "kernel/Money",
            DOMAIN + "kernel/text/\\w+");

    private static final Map<String, Set<String>> MET_IN_THE_PORTAL = Map.of(
            "who manages blocked guests",
            Set.of("guest-forgotten", "too-many-blocks", "unknown-block", "whole-tenant-needed"));

    private static final List<String> WIRE = List.of(
            PORTAL + "pos/\\w+",
            PORTAL + "pos/catalog/\\w+",
            DOMAIN + "pos/\\w+",
            DOMAIN + "pos/report/ReportEvents",
            DOMAIN + "pos/tills/(Tills|PairTill|TillTasks|JournalRolledBack|ReceivesNoOrders|Presence)",
            DOMAIN + "sync/(CatalogIntake|ImportCatalog|LoadRefused|ManageSync)",
            DOMAIN + "catalog/document/Catalog(Text|Parse)",
            DOMAIN + "catalog/availability/ManageAvailability",
            DOMAIN + "catalog/picture/\\w+",
            DOMAIN + "ordering/Orders?(Id)?",
            DOMAIN + "kernel/text/Utf8");

    private static final Map<String, Set<String>> MET_BY_PEOPLE = Map.of(
            "who moves an order in the portal",
            Set.of(
                    "already-booked",
                    "already-fetched",
                    "already-ticked",
                    "being-fetched",
                    "invalid-key",
                    "not-claimed",
                    "not-fetched",
                    "not-in-emergency",
                    "not-ticked",
                    "not-too-old",
                    "order-ended",
                    "unticked-since"),
            "nobody: it is passed over for the next order",
            Set.of("not-claimable", "too-old"),
            "nobody by a status: it is the code of one item of an answer",
            Set.of("order-withdrawn"),
            "who has data checked again",
            Set.of("nothing-received"));

    @Test
    void every_code_of_the_storefront_is_in_its_contract() {
        check(
                "web-shop-war/src/main/resources/de/hypersoft/esolutions/shop/api/openapi.json",
                STOREFRONT,
                MET_IN_THE_PORTAL);
    }

    @Test
    void every_code_of_the_wire_is_in_its_contract() {
        check(
                "portal-war/src/main/resources/de/hypersoft/esolutions/portal/pos/contract/openapi.json",
                WIRE,
                MET_BY_PEOPLE);
    }

    private static void check(String contract, List<String> sources, Map<String, Set<String>> elsewhere) {
        Set<String> described = new TreeSet<>();
        ContractDocument.committed(contract)
                .json()
                .path("x-error-codes")
                .fieldNames()
                .forEachRemaining(described::add);
        Set<String> others = elsewhere.values().stream().flatMap(Set::stream).collect(Collectors.toSet());

        Set<String> thrown = RefusalCodes.codes(RefusalCodes.sources("src/main/java")).entrySet().stream()
                .filter(code -> code.getValue().stream()
                        .anyMatch(file -> sources.stream().anyMatch(source -> file.matches(source + "\\.java"))))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(thrown).hasSizeGreaterThan(25).containsAll(others);
        assertThat(described).doesNotContainAnyElementsOf(others);
        thrown.removeAll(described);
        thrown.removeAll(others);
        assertThat(thrown).as("not in the contract").isEmpty();
    }
}
