package de.hypersoft.esolutions.bench;

import de.hypersoft.esolutions.bench.restaurant.Ground;
import de.hypersoft.esolutions.bench.till.TillProgram;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What came of it all, from the outside: bookings from the till cores' logs, mails from the SMTP server, the orders and
 * the recorded moves from the database after the server has stopped.
 */
final class Tally {

    /** Bookings carry the till's clock, moves the server's: one machine, but not one instant. */
    private static final Duration TOLERANCE = Duration.ofMillis(50);

    private static final Set<String> TAKES = Set.of("TICK", "TAKE_OVER", "WITHDRAW");

    private record Move(String what, String actor, Instant at) {}

    private final Map<String, List<TillProgram.Booking>> bookings = new HashMap<>();
    private final Map<String, List<Move>> moves = new HashMap<>();
    private final Map<String, String> states = new HashMap<>();
    private final Map<String, String> mails = new HashMap<>();

    Tally(Connection connection, List<TillProgram.Booking> booked) throws SQLException {
        booked.forEach(b ->
                bookings.computeIfAbsent(b.orderId(), id -> new ArrayList<>()).add(b));
        for (Object[] row : Ground.query(connection, "select order_id, state from pos.transfer"))
            states.put(row[0].toString(), row[1].toString());
        for (Object[] row : Ground.query(
                connection, "select order_id, move, actor_id, moved_at from pos.transfer_move order by moved_at, id")) {
            moves.computeIfAbsent(row[0].toString(), id -> new ArrayList<>())
                    .add(new Move(row[1].toString(), row[2].toString(), instant(row[3])));
        }
        for (Object[] row : Ground.query(
                connection, "select message_id, about_id, kind, episode, recipient from notifications.mail")) {
            mails.put(row[0].toString(), row[1] + " " + row[2] + " " + row[3] + " " + row[4]);
        }
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : ((java.sql.Timestamp) value).toInstant();
    }

    /** Orders of each type, for now and for later: a kind that no guest ordered was not tried. */
    static Map<String, Long> kinds(Connection connection) throws SQLException {
        Map<String, Long> kinds = new TreeMap<>();
        for (Object[] row : Ground.query(
                connection,
                "select order_type, case when fulfil_at is null then 'now' else 'later' end as wanted, count(*)"
                        + " from ordering.customer_order group by order_type, case when fulfil_at is null then 'now'"
                        + " else 'later' end")) kinds.put(row[0] + " " + row[1], ((Number) row[2]).longValue());
        return kinds;
    }

    long booked() {
        return bookings.size();
    }

    long ever(Set<String> what) {
        return moves.values().stream()
                .filter(all -> all.stream().anyMatch(m -> what.contains(m.what())))
                .count();
    }

    long moves(String what) {
        return moves.values().stream()
                .flatMap(List::stream)
                .filter(m -> m.what().equals(what))
                .count();
    }

    /** Answered with 201, and now nowhere: neither booked nor with a manager nor withdrawn. */
    List<String> lost(List<String> answered) {
        return answered.stream()
                .filter(order -> !bookings.containsKey(order))
                .filter(order -> !Set.of("TRANSFERRED_MANUAL", "WITHDRAWN").contains(states.getOrDefault(order, "")))
                .map(order -> order + " is " + states.getOrDefault(order, "unknown to the server") + " "
                        + moves.getOrDefault(order, List.of()))
                .toList();
    }

    List<String> doubled() {
        List<String> found = new ArrayList<>();
        bookings.forEach((order, all) -> {
            if (doubled(all, moves.getOrDefault(order, List.of())))
                found.add(order + " " + all + " " + moves.getOrDefault(order, List.of()));
        });
        return found;
    }

    /** Handed to a till when they were too old already, before a person had sent them there. */
    List<String> unasked(Map<String, Instant> aged) {
        List<String> found = new ArrayList<>();
        aged.forEach((order, since) -> {
            for (Move move : moves.getOrDefault(order, List.of())) {
                if (move.what().equals("HAND_OVER")) return;
                if (move.what().equals("CLAIM") && move.at().isAfter(since)) {
                    found.add(order + " too old since " + since + " " + moves.get(order));
                    return;
                }
            }
        });
        return found;
    }

    /** The warned moves (untick, return) cut the history; within one piece the order belongs to one pair of hands. */
    private static boolean doubled(List<TillProgram.Booking> booked, List<Move> history) {
        Map<Integer, Set<String>> hands = new HashMap<>();
        int piece = 0;
        for (Move move : history) {
            if (move.what().equals("UNTICK") || move.what().equals("RETURN")) piece++;
            if (TAKES.contains(move.what())) hands(hands, piece).add("manager");
            if (move.what().equals("ACKNOWLEDGE") && booked.stream().anyMatch(b -> covers(move, b)))
                hands(hands, piece).add(move.actor());
        }
        Set<String> tills = new HashSet<>();
        for (TillProgram.Booking booking : booked) {
            if (!tills.add(booking.till())) return true;
            if (history.stream().noneMatch(move -> covers(move, booking))) {
                // nobody told this till to book: with anybody else at all it is twice
                boolean others = booked.size() > 1 || history.stream().anyMatch(m -> TAKES.contains(m.what()));
                if (others) return true;
            }
        }
        return hands.values().stream().anyMatch(inPiece -> inPiece.size() > 1);
    }

    private static boolean covers(Move move, TillProgram.Booking booking) {
        return move.what().equals("ACKNOWLEDGE")
                && move.actor().equals(booking.till())
                && !move.at().isAfter(booking.at().plus(TOLERANCE));
    }

    private static Set<String> hands(Map<Integer, Set<String>> all, int piece) {
        return all.computeIfAbsent(piece, p -> new HashSet<>());
    }

    /** Two mails about the same (order, kind, episode) to one reader; the same Message-ID twice is the same mail. */
    List<String> mailsDoubled(Set<String> received) {
        Map<String, List<String>> about = new HashMap<>();
        for (String id : received) {
            about.computeIfAbsent(mails.getOrDefault(id, "unknown " + id), a -> new ArrayList<>())
                    .add(id);
        }
        return about.entrySet().stream()
                .filter(e -> e.getValue().size() > 1)
                .map(e -> e.getKey() + " " + e.getValue())
                .toList();
    }
}
