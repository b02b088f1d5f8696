package de.hypersoft.esolutions.timers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class MailSendersTest {

    private final Post post = new Post();
    private final MailSenders senders = new MailSenders(post);

    @Test
    void full_batches_bring_up_to_four_senders_at_once_and_all_that_waits_goes_out() {
        post.waiting = 200;

        senders.sendAll(Runnable::run);

        assertThat(post.mostAtOnce).isEqualTo(4);
        assertThat(post.waiting).isZero();
    }

    @Test
    void a_few_mails_go_over_one_connection() {
        post.waiting = 9;

        senders.sendAll(Runnable::run);

        assertThat(post.mostAtOnce).isEqualTo(1);
        assertThat(post.waiting).isZero();
    }

    @Test
    void a_server_that_stops_takes_no_helpers_and_the_mails_go_out_over_one() {
        post.waiting = 40;

        senders.sendAll(helper -> {
            throw new RejectedExecutionException("stopping");
        });

        assertThat(post.mostAtOnce).isEqualTo(1);
        assertThat(post.waiting).isZero();
    }

    @Test
    void a_helper_that_fails_spoils_nothing_for_who_called_it() {
        post.waiting = 40;
        post.failing = 2;

        senders.sendAll(Runnable::run);
        senders.sendAll(Runnable::run);

        assertThat(post.waiting).isZero();
        assertThat(post.atOnce).isZero();
    }

    /** Mails that wait, ten to a batch. */
    private static final class Post extends MailSender {
        private int waiting;
        private int atOnce;
        private int mostAtOnce;
        private int failing;

        @SuppressWarnings("NullAway")
        Post() {
            super(null, null, null, null);
        }

        @Override
        int send(Runnable more) {
            int batch = Math.min(10, waiting);
            waiting -= batch;
            atOnce++;
            mostAtOnce = Math.max(mostAtOnce, atOnce);
            try {
                if (batch == 10) more.run();
                if (atOnce > 1 && failing-- > 0) throw new IllegalStateException("the database is away");
                return batch;
            } finally {
                atOnce--;
            }
        }
    }
}
