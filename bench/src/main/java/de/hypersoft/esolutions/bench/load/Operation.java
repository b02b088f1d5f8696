package de.hypersoft.esolutions.bench.load;

/** Something that clients do again and again, each of its answers looked into. */
interface Operation {

    /** Such as {@code W2-json}. */
    String id();

    /** In words, for whoever reads the figures. */
    String what();

    /** What one client does, over a connection of its own. @param client from 0 */
    Call call(int client) throws Exception;

    /** How often each client may do it before {@link #before} is needed again. */
    default int round() {
        return Integer.MAX_VALUE;
    }

    /** Lays out what one round needs; neither its time nor its processor time counts. */
    default void before(int clients) throws Exception {}

    /** Waits until what was caused is done; its processor time counts, its time does not. */
    default void settle() throws Exception {}

    /** Leaves nothing behind that later operations would notice, and looks whether all is there that was promised. */
    default void end() throws Exception {}

    /** One client's hands. */
    interface Call extends AutoCloseable {

        /** Once. @throws Exception when no answer came, or a wrong one */
        void make() throws Exception;

        @Override
        default void close() throws Exception {}
    }
}
