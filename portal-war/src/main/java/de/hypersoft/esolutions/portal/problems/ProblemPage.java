package de.hypersoft.esolutions.portal.problems;

import de.hypersoft.esolutions.web.problem.Problem;

/** What a person sees when the answer is no. */
public record ProblemPage(Problem problem) {}
