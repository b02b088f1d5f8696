package de.hypersoft.esolutions.notifications.mail;

import java.util.regex.Pattern;

/** Writes the same lines as plain text and as HTML that fetches nothing. */
public final class MailBody {

    private static final int WIDTH = 52;
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();

    public MailBody say(String line) {
        text.append(line).append('\n');
        html.append("<p>").append(escaped(line).replace("\n", "<br>")).append("</p>");
        return this;
    }

    /** An address to follow, on a line of its own so that every mail program finds it. */
    public MailBody link(String words, String address) {
        text.append(words).append('\n').append(address).append('\n');
        html.append("<p>")
                .append(escaped(words))
                .append("<br><a href=\"")
                .append(escaped(address))
                .append("\">")
                .append(escaped(address))
                .append("</a></p>");
        return this;
    }

    /** Left text and right amount, as one row of a price list. */
    public MailBody row(String left, String right) {
        int blanks = Math.max(2, WIDTH - left.length() - right.length());
        text.append(left).append(" ".repeat(blanks)).append(right).append('\n');
        html.append("<div>")
                .append(escaped(left))
                .append(" <b>")
                .append(escaped(right))
                .append("</b></div>");
        return this;
    }

    public MailBody gap() {
        text.append('\n');
        html.append("<br>");
        return this;
    }

    /** A subject is one line, whatever went into it; phones are told to make links of links alone. */
    public MailText mail(String language, String heading) {
        String subject = BREAKS.matcher(heading).replaceAll(" ");
        return new MailText(
                language,
                subject,
                text.toString(),
                "<!doctype html><html lang=\"" + language + "\"><meta charset=\"utf-8\">"
                        + "<meta name=\"format-detection\" content=\"telephone=no,date=no,address=no,email=no,url=no\"><title>"
                        + escaped(subject)
                        + "</title><body>" + html + "</body></html>");
    }

    private static String escaped(String raw) {
        return raw.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
