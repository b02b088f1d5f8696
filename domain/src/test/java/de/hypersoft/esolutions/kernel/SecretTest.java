package de.hypersoft.esolutions.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTest {

    @Test
    void each_is_another_of_192_bits_and_goes_into_a_link_as_it_is() {
        assertThat(Secret.fresh().value())
                .matches("[A-Za-z0-9_-]{32}")
                .isNotEqualTo(Secret.fresh().value());
    }

    @Test
    void what_is_stored_is_its_SHA_256_and_what_is_logged_is_nothing_of_it() {
        Secret abc = new Secret("abc");

        assertThat(abc.hash())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
                .isEqualTo(Secret.hashOf("abc"));
        assertThat(abc).hasToString("Secret[…]");
    }
}
