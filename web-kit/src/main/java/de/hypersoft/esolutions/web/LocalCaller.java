package de.hypersoft.esolutions.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Whether somebody on this very machine asks: by its address, and not through a proxy that runs here for others. */
public final class LocalCaller {

    private static final List<String> SENT_ON = List.of("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via");

    private LocalCaller() {}

    public static boolean is(HttpServletRequest request) throws UnknownHostException {
        return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                && SENT_ON.stream().allMatch(header -> request.getHeader(header) == null);
    }
}
