package de.hypersoft.esolutions.bench.load.beside;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The servlets of this package as a WAR, made for one run and put beside the product's EAR. It is never shipped. */
public final class BesideWar {

    /** Where it answers. */
    public static final String PATH = "/bench-beside";

    /** No CDI, JAX-RS or JPA around it, or its servlets would not be plain. */
    private static final String STRUCTURE = """
            <jboss-deployment-structure xmlns="urn:jboss:deployment-structure:1.2">
                <deployment>
                    <exclude-subsystems>
                        <subsystem name="weld"/><subsystem name="jaxrs"/><subsystem name="jpa"/><subsystem name="ejb3"/>
                    </exclude-subsystems>
                    <exclusions><module name="io.opentelemetry.otlp"/></exclusions>
                    <dependencies><module name="com.h2database.h2"/></dependencies>
                </deployment>
            </jboss-deployment-structure>
            """;

    private static final String WEB = "<jboss-web><context-root>" + PATH + "</context-root></jboss-web>\n";

    private BesideWar() {}

    public static void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream war = new ZipOutputStream(out)) {
            add(war, "WEB-INF/jboss-web.xml", WEB.getBytes(StandardCharsets.UTF_8));
            add(war, "WEB-INF/jboss-deployment-structure.xml", STRUCTURE.getBytes(StandardCharsets.UTF_8));
            for (String name : new String[] {
                "PlainServlet",
                "PlainServlet$Stored",
                "SqlServlet",
                "RawServlet",
                "RawOrder",
                "RawOrder$Table",
                "RawOrder$Insert",
                "ShopDatabase"
            }) {
                String entry = BesideWar.class.getPackageName().replace('.', '/') + "/" + name + ".class";
                try (InputStream bytes = BesideWar.class.getClassLoader().getResourceAsStream(entry)) {
                    if (bytes == null) throw new IOException("not built: " + entry);
                    add(war, "WEB-INF/classes/" + entry, bytes.readAllBytes());
                }
            }
        }
    }

    private static void add(ZipOutputStream war, String name, byte[] content) throws IOException {
        war.putNextEntry(new ZipEntry(name));
        war.write(content);
        war.closeEntry();
    }
}
