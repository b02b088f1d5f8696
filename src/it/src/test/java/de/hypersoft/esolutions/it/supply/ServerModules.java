package de.hypersoft.esolutions.it.supply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The modules below a server's folder, and which of them need which. */
final class ServerModules {

    private static final String LAYER = "modules/system/layers/base";
    private static final Pattern NAMED_IN_CONFIGURATION = Pattern.compile("\\bmodule=\"([^\"]+)\"");

    /**
     * @param folder within the server
     * @param needs  names of those without which it is not loaded
     */
    record Module(String name, Path folder, Set<String> needs) {}

    private final Map<String, Module> modules = new TreeMap<>();

    private ServerModules() {}

    /** Ours stand before the server's own of the same name, as they do when it runs. */
    static ServerModules of(Path server) throws IOException {
        ServerModules found = new ServerModules();
        Path layer = server.resolve(LAYER);
        try (Stream<Path> files = Files.walk(server.resolve("modules"))) {
            List<Path> descriptions =
                    files.filter(file -> file.endsWith("module.xml")).toList();
            for (Path file : descriptions) if (!file.startsWith(layer)) found.add(server, file);
            for (Path file : descriptions) if (file.startsWith(layer)) found.add(server, file);
        }
        return found;
    }

    /** All names that a configuration of a server mentions as modules: extensions, drivers, filters, providers. */
    static Set<String> namedIn(String configuration) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = NAMED_IN_CONFIGURATION.matcher(configuration);
        while (matcher.find()) names.add(matcher.group(1));
        return names;
    }

    Set<String> names() {
        return modules.keySet();
    }

    Collection<Module> all() {
        return modules.values();
    }

    /** These and all they need, and what those need; what is no module here (Java's own) is left out. */
    ServerModules reachedFrom(Collection<String> names) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(names);
        while (!open.isEmpty()) {
            Module module = modules.get(open.pop());
            if (module != null && seen.add(module.name())) open.addAll(module.needs());
        }
        ServerModules reached = new ServerModules();
        modules.values().stream()
                .filter(module -> seen.contains(module.name()))
                .forEach(module -> reached.modules.put(module.name(), module));
        return reached;
    }

    /** The folders of the server's own modules as patterns for the build: {@code org/jboss/as/server/main/**}. */
    Set<String> patterns() {
        Set<String> patterns = new TreeSet<>();
        for (Module module : modules.values()) {
            if (!module.folder().startsWith(LAYER)) continue;
            patterns.add(Path.of(LAYER).relativize(module.folder()).toString().replace('\\', '/') + "/**");
        }
        return patterns;
    }

    /** What a module here needs and is neither here nor Java's own, by who needs it. */
    Map<String, Set<String>> missing() {
        Map<String, Set<String>> missing = new HashMap<>();
        for (Module module : modules.values()) {
            Set<String> gone = new TreeSet<>(module.needs());
            gone.removeIf(name -> modules.containsKey(name)
                    || ModuleLayer.boot().findModule(name).isPresent());
            // What the loader of modules is itself, and the path of the process.
            gone.removeAll(Set.of("org.jboss.modules", "java.se", "jdk.unsupported"));
            if (!gone.isEmpty()) missing.put(module.name(), gone);
        }
        return missing;
    }

    private void add(Path server, Path file) throws IOException {
        Element root = xml(file);
        String slot = root.getAttribute("slot");
        String name = root.getAttribute("name") + (slot.isEmpty() || slot.equals("main") ? "" : ":" + slot);
        Set<String> needs = new TreeSet<>();
        if (root.hasAttribute("target-name")) needs.add(root.getAttribute("target-name"));
        NodeList dependencies = root.getElementsByTagNameNS("*", "module");
        for (int i = 0; i < dependencies.getLength(); i++) {
            Element dependency = (Element) dependencies.item(i);
            if (!dependency.getAttribute("optional").equals("true")) needs.add(dependency.getAttribute("name"));
        }
        modules.putIfAbsent(name, new Module(name, server.relativize(file.getParent()), needs));
    }

    private static Element xml(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("not readable: " + file, e);
        }
    }
}
