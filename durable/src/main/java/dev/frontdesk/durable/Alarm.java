package dev.frontdesk.durable;

import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;

/// Something a person must look at. One per organisation, kind and subject stands at a time.
///
/// @param kind    as `calendar.disconnected`; names the runbook of the same name
/// @param subject what it is about, by id
/// @param text    a sentence that says what to mend, with nothing personal in it
public record Alarm(OrgId org, String kind, String subject, String text, Instant raisedAt) {}
