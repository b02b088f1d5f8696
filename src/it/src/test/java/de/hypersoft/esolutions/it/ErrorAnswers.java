package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

/** What is answered when it is our fault: a sentence for people, a problem for programs, and nothing of what is inside. */
final class ErrorAnswers {

    private ErrorAnswers() {}

    static void isPage(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(answer.body()).contains("<main", "<h1");
        isProtected(answer);
    }

    static void isProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(Http.json(answer).getString("code")).isEqualTo(code);
        isProtected(answer);
    }

    static void isProtected(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        policy -> assertThat(policy).contains("default-src 'none'", "frame-ancestors 'none'"));
        isClean(answer.body());
    }

    static void isClean(String body) {
        assertThat(body).doesNotContain("Exception", "\tat ", "SQL", "jboss", "hibernate", "de.hypersoft");
    }
}
