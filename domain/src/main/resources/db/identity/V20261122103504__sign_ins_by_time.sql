-- Tries that no longer count are removed with each new one, by anybody on the internet: not by reading all.
create index sign_in_attempt_by_time on identity.sign_in_attempt (tried_at);
