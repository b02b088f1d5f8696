package de.hypersoft.esolutions.catalog;

/** What a container deposit is for; some countries tax the two differently (L12). */
public enum DepositKind {
    SINGLE_USE,
    REUSABLE
}
