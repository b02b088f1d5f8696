package de.hypersoft.esolutions.http;

import java.io.ByteArrayOutputStream;

/**
 * What each stream of an attacker asks for over HTTP/2, and how it goes on.
 *
 * @param path below 127 characters
 * @param announced bytes of a body that comes byte by byte; 0 for a page whose answer is taken byte by byte
 */
record Asked(String path, int announced) {

    private static final int DATA = 0;
    private static final int WINDOW_UPDATE = 8;
    private static final int END_HEADERS = 4;
    private static final int END_STREAM = 1;

    static Asked forOrder(int announced) {
        return new Asked("/api/v1/orders", announced);
    }

    static Asked forPage(String path) {
        return new Asked(path, 0);
    }

    private boolean takes() {
        return announced == 0;
    }

    /** Who takes an answer lets no byte of it come at first. */
    byte[] settings() {
        return takes() ? new byte[] {0, 4, 0, 0, 0, 0} : new byte[0];
    }

    int flags() {
        return takes() ? END_HEADERS | END_STREAM : END_HEADERS;
    }

    byte[] head(String authority) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.write(takes() ? 0x82 : 0x83); // :method
        block.write(0x87); // :scheme https
        SlowClients.literal(block, 1, authority);
        SlowClients.literal(block, 4, path);
        if (!takes()) {
            SlowClients.literal(block, 28, String.valueOf(announced)); // content-length
            SlowClients.literal(block, 31, "application/json"); // content-type
        }
        return block.toByteArray();
    }

    /** One byte more, of its body or of our answer. */
    byte[] more(int stream) {
        return takes()
                ? SlowStreams.frame(WINDOW_UPDATE, 0, stream, new byte[] {0, 0, 0, 1})
                : SlowStreams.frame(DATA, 0, stream, new byte[] {' '});
    }
}
