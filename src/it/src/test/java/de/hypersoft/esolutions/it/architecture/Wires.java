package de.hypersoft.esolutions.it.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.transaction.Transactional;
import java.util.Set;

/** What waits for somebody else's machine: it sits between two transactions, never in one. */
final class Wires {

    private static final Set<String> CLASSES = Set.of(
            "java.net.DatagramSocket",
            "java.net.HttpURLConnection",
            "java.net.InetAddress", // resolves names
            "java.net.ServerSocket",
            "java.net.Socket",
            "java.net.URL",
            "java.net.URLConnection",
            "javax.net.ServerSocketFactory",
            "javax.net.SocketFactory",
            "javax.net.ssl.HttpsURLConnection",
            "javax.net.ssl.SSLServerSocket",
            "javax.net.ssl.SSLServerSocketFactory",
            "javax.net.ssl.SSLSocket",
            "javax.net.ssl.SSLSocketFactory");

    /** Reads addresses that are numbers, which asks nobody. */
    private static final String READS_NUMBERS = FeatureMap.ROOT + "kernel.ClientNetwork";

    /** Every class of the JDK or of a library that reaches out. */
    static final DescribedPredicate<JavaClass> ANY = resideInAnyPackage(
                    "jakarta.mail..",
                    "jakarta.ws.rs.client..",
                    "java.net.http..",
                    "java.nio.channels..",
                    "java.rmi..",
                    "javax.naming..",
                    "org.shredzone.acme4j..")
            .or(describe("sockets and what opens them", type -> CLASSES.contains(type.getName())))
            .as("wires");

    /** A class of ours that holds a wire itself, so that whoever calls it may wait for it. */
    static final DescribedPredicate<JavaClass> HOLDER = describe(
            "holders of a wire",
            type -> type.getPackageName().startsWith(FeatureMap.ROOT)
                    && !type.getName().equals(READS_NUMBERS)
                    && type.getDirectDependenciesFromSelf().stream().anyMatch(used -> ANY.test(used.getTargetClass())));

    static final DescribedPredicate<JavaClass> TRANSACTIONAL = describe(
            "transactional",
            type -> type.isAnnotatedWith(Transactional.class)
                    || type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(Transactional.class)));

    private Wires() {}
}
