package de.hypersoft.esolutions.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Machines of our own networks whose requests say that they come from somebody else, and that nobody named as trusted:
 * most likely a proxy, behind which all guests are one. A stranger's request can say so too, and is not told of.
 */
public final class Unheeded {

    static final int MOST = 8;
    static final Unheeded OF_SERVER = new Unheeded();
    private static final System.Logger LOG = System.getLogger("de.hypersoft.esolutions.http");

    private final Set<String> addresses = new LinkedHashSet<>();

    /** What was seen since the start, in the order in which it came; a few at most. */
    public static List<String> ofServer() {
        return OF_SERVER.addresses();
    }

    synchronized List<String> addresses() {
        return new ArrayList<>(addresses);
    }

    synchronized void saw(InetAddress peer) {
        if (!isOurs(peer) || addresses.size() >= MOST || !addresses.add(peer.getHostAddress())) return;
        LOG.log(
                System.Logger.Level.WARNING,
                "requests from " + peer.getHostAddress()
                        + " say that they are somebody else's (X-Forwarded-For, Forwarded)."
                        + " If a proxy runs there, name it in TRUSTED_PROXIES; until then its guests are all one client");
    }

    private static boolean isOurs(InetAddress peer) {
        boolean uniqueLocal = peer instanceof Inet6Address && (peer.getAddress()[0] & 0xfe) == 0xfc;
        return uniqueLocal || peer.isLoopbackAddress() || peer.isSiteLocalAddress() || peer.isLinkLocalAddress();
    }
}
