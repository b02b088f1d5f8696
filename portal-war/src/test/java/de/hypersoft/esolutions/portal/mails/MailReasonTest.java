package de.hypersoft.esolutions.portal.mails;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailReasonTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    550 5.1.1 <anna@example.org>: Recipient address rejected: User unknown | UNKNOWN_RECIPIENT
                    550-5.1.1 The email account that you tried to reach does not exist.    | UNKNOWN_RECIPIENT
                    550 no such mailbox                                                    | UNKNOWN_RECIPIENT
                    550 Requested action not taken: mailbox unavailable                    | UNKNOWN_RECIPIENT
                    552 5.2.2 over quota                                                   | MAILBOX_FULL
                    452 4.2.2 mailbox full                                                 | MAILBOX_FULL
                    550 5.7.1 blocked by policy                                            | REFUSED
                    554 5.7.1 relay access denied                                          | REFUSED
                    451 4.7.1 greylisted                                                   | BUSY
                    421 too many connections                                               | BUSY
                    sign-in refused: 535 5.7.8 wrong name or password                      | SIGN_IN
                    STARTTLS is required but host does not support STARTTLS                | ENCRYPTION
                    PKIX path building failed: unable to find valid certification path     | ENCRYPTION
                    Couldn't connect to host, port: mail.example, 25; timeout 10000        | UNREACHABLE
                    java.net.UnknownHostException                                          | UNREACHABLE
                    [EOF]                                                                  | UNREACHABLE
                    Local address contains control or whitespace                           | BAD_ADDRESS
                    something new                                                          | OTHER
                    """)
    void what_the_mail_server_said_is_told_as_what_to_do(String said, MailReason reason) {
        assertThat(MailReason.of(said)).isEqualTo(reason);
    }
}
