package de.hypersoft.esolutions.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LruCacheTest {

    private final LruCache<String, String> menus = new LruCache<>(10, String::length);

    @Test
    void large_menus_push_out_what_was_not_asked_for_the_longest() {
        menus.put("a", "aaaa");
        menus.put("b", "bbbb");
        assertThat(menus.get("a")).isNotNull();

        menus.put("c", "cccc");

        assertThat(menus.get("b")).isNull();
        assertThat(menus.get("a")).isNotNull();
        assertThat(menus.get("c")).isNotNull();
    }

    @Test
    void a_menu_that_is_read_anew_weighs_once() {
        for (int i = 0; i < 5; i++) menus.put("a", "aaaa");
        menus.put("b", "bbbb");

        assertThat(menus.get("a")).isNotNull();
    }

    @Test
    void a_menu_larger_than_all_that_is_kept_is_still_served_from_memory() {
        menus.put("a", "aaaa");
        menus.put("huge", "x".repeat(50));

        assertThat(menus.get("huge")).isNotNull();
        assertThat(menus.get("a")).isNull();
    }

    @Test
    void what_was_forgotten_or_read_anew_meanwhile_is_not_replaced_by_what_is_older() {
        String first = "aaaa";
        menus.put("a", first);
        menus.replace("a", first, "bbbb");
        assertThat(menus.copy()).containsEntry("a", "bbbb");

        menus.replace("a", first, "cccc");
        assertThat(menus.get("a")).isEqualTo("bbbb");

        menus.remove("a");
        menus.replace("a", "bbbb", "cccc");
        assertThat(menus.copy()).isEmpty();
    }
}
