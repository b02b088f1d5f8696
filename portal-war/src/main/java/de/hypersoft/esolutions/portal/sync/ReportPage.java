package de.hypersoft.esolutions.portal.sync;

/** What became of one load. */
final class ReportPage {
    private ReportPage() {}
}
