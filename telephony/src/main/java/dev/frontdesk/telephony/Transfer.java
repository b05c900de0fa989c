package dev.frontdesk.telephony;

import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.time.Instant;

/// One attempt to put a caller through to a person. The row comes before anything rings, so that
/// any node can tell the carrier whom to ring.
///
/// @param attempt counts the attempts of one call, from 1
/// @param movedAt when it got its status
public record Transfer(
    OrgId org,
    CallId call,
    int attempt,
    PhoneNumber to,
    TransferStatus status,
    Instant askedAt,
    Instant movedAt) {}
