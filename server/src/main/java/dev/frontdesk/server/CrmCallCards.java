package dev.frontdesk.server;

import dev.frontdesk.crm.CallCard;
import dev.frontdesk.crm.CrmCards;
import dev.frontdesk.crm.LeadCard;
import dev.frontdesk.telephony.CallStore;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import java.util.Optional;

/// Calls as customer records show them.
final class CrmCallCards implements CrmCards {
  private final CallStore calls;

  CrmCallCards(CallStore calls) {
    this.calls = calls;
  }

  /// Why it ended stands in for a summary until a report is made.
  @Override
  public Optional<CallCard> call(OrgId org, CallId id) {
    return calls
        .find(org, id)
        .filter(call -> call.endedAt().isPresent())
        .map(
            call ->
                new CallCard(
                    org,
                    id,
                    call.createdAt(),
                    Optional.empty(),
                    call.customer(),
                    Optional.empty(),
                    call.endedReason().map(reason -> reason.value()).orElse("")));
  }

  @Override
  public Optional<LeadCard> lead(OrgId org, String lead) {
    return Optional.empty();
  }
}
