package de.hypersoft.esolutions.it.architecture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The formatter of templates: a line that is too wide goes on in the next where a line end means nothing to the page,
 * between the attributes of a tag, the arguments of a call, the words of a text.
 */
final class TemplateLines {

    static final int WIDEST = 160;
    private static final String FURTHER = " ".repeat(8);
    private static final int HALF = WIDEST / 2;

    /** How good a place it is to go on in the next line; a blank there is left out. */
    private static final int NOT = 0;

    private static final int BEFORE_A_SIGN = 1;
    private static final int IN_JAVA = 2;
    private static final int IN_TEXT = 3;
    private static final int BETWEEN = 4;

    private static final Pattern CALL = Pattern.compile("@[a-z][\\w.]*\\(|[$!](unsafe)?\\{");
    private static final Pattern TAG = Pattern.compile("</?([a-z][\\w-]*)|<!(?!--)");
    private static final Pattern AS_IT_STANDS = Pattern.compile("pre|textarea|script|style");

    private enum Place {
        TEXT,
        TAG,
        VALUE,
        JAVA
    }

    private record Inside(Place place, char end) {}

    private final String template;
    private final int[] breaks;
    private final Deque<Inside> places = new ArrayDeque<>();
    private final Deque<Integer> brackets = new ArrayDeque<>();
    private String tag = "";
    private boolean asItStands;
    private int at;

    private TemplateLines(String template) {
        this.template = template;
        this.breaks = new int[template.length()];
    }

    static String wrapped(String template) {
        TemplateLines lines = new TemplateLines(template);
        lines.read();
        return lines.wrapped();
    }

    private void read() {
        places.push(new Inside(Place.TEXT, '\0'));
        while (at < template.length()) {
            Inside inside = places.element();
            if (skipped("<%--", "--%>") || inside.place == Place.TEXT && skipped("<!--", "-->")) continue;
            switch (inside.place) {
                case TEXT -> text(inside);
                case TAG -> tag();
                case VALUE -> value(inside);
                case JAVA -> java(inside);
            }
        }
    }

    private void text(Inside inside) {
        Matcher found = matcher(TAG);
        if (inside.end != '\0' && template.charAt(at) == inside.end) {
            places.pop();
            at++;
        } else if (found.lookingAt()) {
            tag = found.group().startsWith("</") || found.group(1) == null ? "" : found.group(1);
            if (found.group().startsWith("</")) asItStands = false;
            places.push(new Inside(Place.TAG, '>'));
            at = found.end();
        } else if (!calls()) {
            if (!asItStands && !besideDirective()) mayBreak(IN_TEXT);
            at++;
        }
    }

    private void tag() {
        char now = template.charAt(at);
        if (now == '>') {
            places.pop();
            if (!tag.isEmpty() && template.charAt(at - 1) != '/') breaks[at] = BEFORE_A_SIGN;
            asItStands = AS_IT_STANDS.matcher(tag).matches();
        } else if (now == '"' || now == '\'') {
            places.push(new Inside(Place.VALUE, now));
        } else if (calls()) {
            return;
        } else {
            mayBreak(BETWEEN);
        }
        at++;
    }

    private void value(Inside inside) {
        if (template.charAt(at) == inside.end) places.pop();
        else if (calls()) return;
        at++;
    }

    private void java(Inside inside) {
        char now = template.charAt(at);
        if (now == '"' || now == '\'') {
            for (at++; template.charAt(at) != now; at++) if (template.charAt(at) == '\\') at++;
        } else if (template.startsWith("@`", at)) {
            places.push(new Inside(Place.TEXT, '`'));
            at++;
        } else if (now == '(' || now == '{') {
            brackets.push(brackets.pop() + 1);
        } else if ((now == ')' || now == '}') && brackets.element() > 0) {
            brackets.push(brackets.pop() - 1);
        } else if (now == inside.end) {
            places.pop();
            brackets.pop();
        } else if (now == '.' && template.charAt(at - 1) == ')') {
            breaks[at] = BEFORE_A_SIGN;
        } else {
            mayBreak(template.charAt(at - 1) == ',' ? BETWEEN : IN_JAVA);
        }
        at++;
    }

    private boolean calls() {
        Matcher call = matcher(CALL);
        if (!call.lookingAt()) return false;
        places.push(new Inside(Place.JAVA, call.group().endsWith("(") ? ')' : '}'));
        brackets.push(0);
        at = call.end();
        return true;
    }

    private boolean skipped(String begin, String end) {
        if (!template.startsWith(begin, at)) return false;
        at = template.indexOf(end, at) + end.length();
        return true;
    }

    /** The engine takes a line end beside a directive away, and leaves a blank. */
    private boolean besideDirective() {
        String before = template.substring(template.lastIndexOf('\n', at - 1) + 1, at);
        return template.startsWith("@", at + 1) || before.matches(".*(@(else|end\\w+)|@\\w+\\(.*\\))");
    }

    private void mayBreak(int rank) {
        if (template.charAt(at) == ' ' && at > 0 && template.charAt(at - 1) > ' ') breaks[at] = rank;
    }

    private Matcher matcher(Pattern pattern) {
        return pattern.matcher(template).region(at, template.length());
    }

    private String wrapped() {
        StringBuilder result = new StringBuilder();
        int line = 0;
        while (line < template.length()) {
            int end = template.indexOf('\n', line);
            if (end < 0) end = template.length() - 1;
            int indentation = 0;
            while (end - line + indentation > WIDEST) {
                int place = place(line, line + WIDEST - indentation);
                if (place == line) break;
                result.append(template, line, place).append('\n').append(FURTHER);
                line = template.charAt(place) == ' ' ? place + 1 : place;
                indentation = FURTHER.length();
            }
            result.append(template, line, end + 1);
            line = end + 1;
        }
        return result.toString();
    }

    /** The last of the best in the second half of the line, else the last there is, else where the line begins. */
    private int place(int line, int last) {
        int best = line;
        for (int i = line + 1; i <= last; i++) {
            boolean late = i - line > HALF;
            boolean bestLate = best - line > HALF;
            if (breaks[i] != NOT && (late && !bestLate || late == bestLate && breaks[i] >= breaks[best])) best = i;
        }
        return best;
    }
}
