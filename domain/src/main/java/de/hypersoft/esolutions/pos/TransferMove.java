package de.hypersoft.esolutions.pos;

import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.pos.board.HandoverViews;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One move in the history of an order's handover: who, when, from where to where. Written with the move, never changed. */
@Entity
@Table(schema = "pos", name = "transfer_move")
public class TransferMove {

    @Id
    private UUID id;

    @Column(name = "order_id")
    private UUID order;

    @Column(name = "moved_at")
    private Instant at;

    @Enumerated(EnumType.STRING)
    private Move move;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_state")
    private PosTransfer to;

    private long fence;

    @Column(name = "actor_kind")
    private String actorKind;

    @Column(name = "actor_id")
    private String actorId;

    @Column(name = "actor_name")
    private String actorName;

    private String detail;

    @SuppressWarnings("NullAway")
    protected TransferMove() {} // JPA

    TransferMove(Move move, Transfer after, Actor actor, String detail, Instant at) {
        this.id = Uuid7.at(at);
        this.order = after.order();
        this.at = at;
        this.move = move;
        this.to = after.state();
        this.fence = after.fence();
        this.actorKind = actor.kind().name();
        this.actorId = actor.id();
        this.actorName = actor.name();
        this.detail = detail.length() > 500 ? detail.substring(0, 500) : detail;
    }

    public enum Move {
        OPEN,
        CLAIM,
        ACKNOWLEDGE,
        TICK,
        TAKE_OVER,
        UNTICK,
        RETURN,
        WITHDRAW,
        REFUSE,
        RELEASE,
        /** A person decided that an order that is too old goes to the till all the same. */
        HAND_OVER,
        /** No move of the order: a person settled what a till acknowledged and never booked. */
        SETTLE,
        /** No move: the till that has it was asked to void it. */
        ASK_VOID,
        /** No move: the till says that it can not. */
        VOID_UNABLE,
        /** No move: a person voided it at the till by hand. */
        VOID
    }

    public HandoverViews.Step step() {
        return new HandoverViews.Step(at, move.name(), to, fence, actorKind, actorName, detail);
    }
}
