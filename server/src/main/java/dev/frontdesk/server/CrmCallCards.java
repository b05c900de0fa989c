package dev.frontdesk.server;

import dev.frontdesk.crm.CallCard;
import dev.frontdesk.crm.CrmCards;
import dev.frontdesk.crm.LeadCard;
import dev.frontdesk.reporting.Lead;
import dev.frontdesk.reporting.LeadStage;
import dev.frontdesk.reporting.LeadStore;
import dev.frontdesk.reporting.ReportStore;
import dev.frontdesk.telephony.Call;
import dev.frontdesk.telephony.CallStore;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PersonName;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls and leads as customer records show them, in the words of the newest report.
final class CrmCallCards implements CrmCards {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final CallStore calls;
  private final ReportStore reports;
  private final LeadStore leads;

  CrmCallCards(CallStore calls, ReportStore reports, LeadStore leads) {
    this.calls = calls;
    this.reports = reports;
    this.leads = leads;
  }

  @Override
  public Optional<CallCard> call(OrgId org, CallId id) {
    return calls.find(org, id).filter(call -> call.endedAt().isPresent()).map(this::card);
  }

  private CallCard card(Call call) {
    var report =
        reports
            .find(call.org(), call.id(), OptionalInt.empty())
            .map(document -> JSON.readTree(document.json()));
    return new CallCard(
        call.org(),
        call.id(),
        call.createdAt(),
        report.flatMap(CrmCallCards::caller),
        call.customer(),
        Optional.empty(),
        report.map(CrmCallCards::summary).filter(text -> !text.isEmpty()).orElse(ended(call)));
  }

  /// Until a report is made.
  private static String ended(Call call) {
    return call.endedReason().map(reason -> reason.value()).orElse("");
  }

  private static String summary(JsonNode report) {
    return report.path("analysis").path("summary").asString("");
  }

  private static Optional<PersonName> caller(JsonNode report) {
    return report.path("participants").values().stream()
        .filter(one -> one.path("role").asString("").equals("customer"))
        .map(one -> one.path("name").asString(""))
        .filter(name -> !name.isBlank() && name.length() <= PersonName.LONGEST)
        .map(PersonName::new)
        .findFirst();
  }

  @Override
  public Optional<LeadCard> lead(OrgId org, String id) {
    return leads.lead(org, id).map(CrmCallCards::card);
  }

  private static LeadCard card(Lead lead) {
    var reasons =
        lead.points().stream()
            .flatMap(call -> call.points().stream())
            .map(point -> "%+d %s: %s".formatted(point.points(), point.rule(), point.because()))
            .collect(Collectors.joining("\n"));
    return new LeadCard(
        lead.org(),
        lead.id(),
        lead.name(),
        Optional.of(lead.phone()),
        Optional.empty(),
        stage(lead.stage()),
        lead.score(),
        reasons,
        lead.points().stream().findFirst().map(Lead.ScoredCall::call));
  }

  private static String stage(LeadStage stage) {
    return switch (stage) {
      case NEW -> "New";
      case CONTACTED -> "Contacted";
      case QUALIFIED -> "Qualified";
      case NURTURE -> "Nurture";
    };
  }
}
