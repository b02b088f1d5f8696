package de.hypersoft.esolutions.shop.checkout;

/**
 * What the guest who ordered is told.
 *
 * @param mailbox to where the mail went; empty when nothing waits any more
 * @param until when the link ends, in words
 */
public record WaitingPage(String mailbox, String until) {}
