package dev.frontdesk.reporting;

/// Why a lead has part of its score.
///
/// @param rule    the rule that gave them
/// @param because what in the call made it apply, as `tag urgent`
public record LeadPoint(String rule, int points, String because) {}
