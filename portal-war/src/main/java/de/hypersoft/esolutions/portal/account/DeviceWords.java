package de.hypersoft.esolutions.portal.account;

import java.util.Map;

/** What a browser says it is, so far that its owner recognises it: names that are the same in every language. */
final class DeviceWords {

    /** The first that is named counts: the later ones are named by many that are something else. */
    private static final Map<String, String> BROWSERS = ordered(
            "Edg",
            "Edge",
            "OPR",
            "Opera",
            "SamsungBrowser",
            "Samsung",
            "Firefox",
            "Firefox",
            "FxiOS",
            "Firefox",
            "CriOS",
            "Chrome",
            "Chrome",
            "Chrome",
            "Safari",
            "Safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Android",
            "Android",
            "Windows",
            "Windows",
            "Macintosh",
            "Mac",
            "CrOS",
            "ChromeOS",
            "Linux",
            "Linux");

    private DeviceWords() {}

    /** {@code Firefox · Windows}; of an unknown program the beginning of its name. */
    static String of(String agent) {
        String browser = named(agent, BROWSERS);
        String system = named(agent, SYSTEMS);
        if (browser.isEmpty() && system.isEmpty()) return agent.replaceFirst("[/ ].*", "");
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + " · " + system;
    }

    private static String named(String agent, Map<String, String> names) {
        for (Map.Entry<String, String> name : names.entrySet())
            if (agent.contains(name.getKey())) return name.getValue();
        return "";
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> result = new java.util.LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) result.put(pairs[i], pairs[i + 1]);
        return result;
    }
}
