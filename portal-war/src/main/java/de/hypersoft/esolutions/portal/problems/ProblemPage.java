package de.hypersoft.esolutions.portal.problems;

/** What a person sees when the answer is no. */
public record ProblemPage(Problem problem) {}
