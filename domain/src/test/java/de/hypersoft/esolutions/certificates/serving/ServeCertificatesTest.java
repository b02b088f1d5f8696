package de.hypersoft.esolutions.certificates.serving;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.certificates.Shelf;
import de.hypersoft.esolutions.certificates.keys.KeyFile;
import de.hypersoft.esolutions.certificates.serving.ActiveCertificates.Leaf;
import de.hypersoft.esolutions.tls.CertificateDirectory;
import de.hypersoft.esolutions.tls.ServerCertificate;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One node that follows the database. */
class ServeCertificatesTest {

    private static final String HOST = "shop.gasthaus-linde.de";

    private final CertificateDirectory directory = new CertificateDirectory();
    private final Shelf shelf = new Shelf();
    private final Check check = new Check();
    private final Keys keys = new Keys();
    private final ServeCertificates serve = new ServeCertificates(shelf, shelf.proof(), check, keys, directory);

    @Test
    void what_was_activated_is_served_as_soon_as_our_own_handshake_has_shown_it() {
        serve.follow();
        Leaf old = shelf.activate(HOST, Shelf.leaf(HOST));
        serve.follow();
        assertThat(directory.fingerprints(HOST)).containsExactly(old.sha256());
        Leaf renewed = shelf.candidate(HOST, Shelf.leaf(HOST));
        serve.changedHere(HOST);
        check.shows = renewed.sha256();
        serve.follow();

        assertThat(check.othersSawMeanwhile).containsExactly(old.sha256());
        assertThat(check.asked).isEqualTo(HOST + " " + directory.candidateProtocol());
        assertThat(directory.fingerprints(HOST)).containsExactly(renewed.sha256());
        assertThat(shelf.decisions).containsExactly("proven " + renewed.id());
    }

    @Test
    void what_the_handshake_does_not_show_is_never_served_and_the_old_one_goes_on() {
        Leaf old = shelf.activate(HOST, Shelf.leaf(HOST));
        serve.follow();
        Leaf wrong = shelf.candidate(HOST, Shelf.leaf(HOST));
        serve.changedHere(HOST);
        check.shows = old.sha256();
        serve.follow();

        assertThat(shelf.decisions).containsExactly("failed " + wrong.id() + " handshake-other-certificate");
        assertThat(directory.fingerprints(HOST)).containsExactly(old.sha256());
    }

    @Test
    void a_listener_that_does_not_answer_or_refuses_is_told_apart() {
        serve.follow();
        for (IOException trouble : List.of(new SocketTimeoutException("slow"), new SSLHandshakeException("no"))) {
            check.trouble = trouble;
            shelf.candidate(HOST, Shelf.leaf(HOST));
            serve.changedHere(HOST);
            serve.follow();
        }
        check.trouble = null;
        shelf.candidate(HOST, Shelf.leaf("other.de"));
        serve.changedHere(HOST);
        serve.follow();

        assertThat(shelf.decisions)
                .extracting(decision -> decision.replaceFirst(".* ", ""))
                .containsExactly("handshake-timeout", "handshake-refused", "handshake-refused");
        assertThat(directory.fingerprints()).isEmpty();
    }

    @Test
    void one_whose_node_died_between_its_activation_and_its_proof_is_proven_after_the_start() {
        Leaf old = shelf.activate(HOST, Shelf.leaf(HOST));
        Leaf renewed = shelf.candidate(HOST, Shelf.leaf(HOST));
        put(HOST, old); // from the copy on disk
        serve.changedHere(HOST);
        check.shows = renewed.sha256();
        serve.follow();

        assertThat(shelf.decisions).containsExactly("proven " + renewed.id());
        assertThat(directory.fingerprints(HOST)).containsExactly(renewed.sha256());
    }

    @Test
    void as_soon_as_the_lost_key_file_is_back_its_domains_are_served_again() {
        Leaf leaf = shelf.activate(HOST, Shelf.leaf(HOST));
        shelf.locked.add(HOST);
        keys.says = new KeyFile.State("the key file is not there", 1);
        serve.follow();
        serve.follow();
        assertThat(directory.serves(HOST)).isFalse();
        shelf.locked.clear();
        keys.says = KeyFile.State.WHOLE;
        serve.follow();

        assertThat(directory.fingerprints(HOST)).containsExactly(leaf.sha256());
    }

    @Test
    void another_node_leaves_the_proof_to_the_one_where_it_was_activated() {
        serve.follow();
        shelf.candidate(HOST, Shelf.leaf(HOST));
        serve.follow();
        serve.follow();

        assertThat(check.asked).isEmpty();
        assertThat(shelf.decisions).isEmpty();
    }

    @Test
    void a_released_host_is_served_no_more() {
        shelf.activate(HOST, Shelf.leaf(HOST));
        serve.follow();
        shelf.release(HOST);
        serve.follow();

        assertThat(directory.serves(HOST)).isFalse();
    }

    @Test
    void at_the_start_everything_is_made_equal_without_opening_what_is_equal_already() {
        Leaf same = shelf.activate("same.de", Shelf.leaf("same.de"));
        Leaf renewed = shelf.activate("renewed.de", Shelf.leaf("renewed.de"));
        Leaf added = shelf.activate("added.de", Shelf.leaf("added.de"));
        put("same.de", same);
        put("renewed.de", Shelf.leaf("renewed.de"));
        put("gone.de", Shelf.leaf("gone.de"));
        assertThat(serve.isComplete()).isFalse();
        serve.follow();

        assertThat(serve.isComplete()).isTrue();
        assertThat(directory.fingerprints())
                .containsOnlyKeys("same.de", "renewed.de", "added.de")
                .containsEntry("same.de", Set.of(same.sha256()))
                .containsEntry("renewed.de", Set.of(renewed.sha256()))
                .containsEntry("added.de", Set.of(added.sha256()));
        assertThat(shelf.opened).containsExactlyInAnyOrder("renewed.de", "added.de");
        serve.follow();
        assertThat(shelf.opened).hasSize(2);
    }

    @Test
    void a_node_without_a_snapshot_asks_for_hundreds_at_once() {
        Leaf one = Shelf.leaf("*.many.de");
        for (int i = 0; i < 1_200; i++) shelf.activate("shop" + i + ".many.de", one);
        put("gone.de", Shelf.leaf("gone.de"));
        serve.follow();

        assertThat(directory.fingerprints()).hasSize(1_200).doesNotContainKey("gone.de");
        assertThat(directory.fingerprints("shop1199.many.de")).containsExactly(one.sha256());
        assertThat(shelf.opened).isEmpty();
        assertThat(shelf.pages).isEqualTo(4);
    }

    @Test
    void a_host_whose_key_cannot_be_opened_is_served_on_as_it_was() {
        Leaf old = shelf.activate(HOST, Shelf.leaf(HOST));
        serve.follow();
        shelf.activate(HOST, Shelf.leaf(HOST));
        shelf.locked.add(HOST);
        serve.follow();

        assertThat(directory.fingerprints(HOST)).containsExactly(old.sha256());
    }

    @Test
    void one_hosts_trouble_keeps_no_other_waiting_and_is_tried_again() {
        serve.follow();
        shelf.activate("a.de", Shelf.leaf("a.de"));
        shelf.activate("b.de", Shelf.leaf("b.de"));
        shelf.troubled = "a.de";
        serve.follow();
        assertThat(directory.fingerprints()).containsOnlyKeys("b.de");
        shelf.troubled = "";
        serve.follow();

        assertThat(directory.fingerprints()).containsOnlyKeys("a.de", "b.de");
    }

    private void put(String host, Leaf leaf) {
        directory.put(host, List.of(new ServerCertificate(leaf.key(), leaf.chain())));
    }

    /** The key file, of which the test says how it is. */
    private static final class Keys extends KeyFile {
        private State says = State.WHOLE;

        @SuppressWarnings("NullAway")
        Keys() {
            super(null, null);
        }

        @Override
        public State look() {
            return says;
        }
    }

    /** Our own handshake, which sees what the test says. */
    private final class Check extends OwnHandshake {
        private String shows = "";
        private String asked = "";
        private Set<String> othersSawMeanwhile = Set.of();
        private @Nullable IOException trouble;

        @SuppressWarnings("NullAway")
        Check() {
            super("127.0.0.1", 0, 0);
        }

        @Override
        public String shown(String host, String protocol) throws IOException {
            asked = host + " " + protocol;
            othersSawMeanwhile = directory.fingerprints(host);
            if (trouble != null) throw trouble;
            return shows;
        }
    }
}
