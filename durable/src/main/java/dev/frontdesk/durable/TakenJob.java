package dev.frontdesk.durable;

import java.time.Instant;

/// A job that is running, or may be next.
///
/// @param claim     by which lane and turn it is running; an outcome counts only under the claim it
///     was made under, so a process that was thought dead overwrites nothing
/// @param attempts  made so far that count
/// @param uncertain an earlier attempt may have been applied
/// @param lineAt    when it was first due
public record TakenJob(
    Job job, String claim, int attempts, boolean uncertain, Instant lineAt) {}
