package dev.frontdesk.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.reporting.spi.Analyst;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportMakerTest {
  private final ReportMaker maker = new ReportMaker();

  @Test
  void what_the_desk_did_decides_what_came_of_a_call_whatever_was_said() {
    var report = bookingCall().report();

    assertThat(report.disposition())
        .isEqualTo(Finding.certain(Disposition.BOOKED, Report.RECORDS));
    assertThat(report.analysis().success().value()).isTrue();
    assertThat(report.analysis().summary().value())
        .contains("Booked: Haircut on Tuesday 3 March at 04:00");
  }

  @ParameterizedTest
  @CsvSource({
    "customer-busy, NO_ANSWER",
    "customer-did-not-answer, NO_ANSWER",
    "voicemail, VOICEMAIL",
    "call.start.error-subscription-concurrency-limit-reached, TURNED_AWAY",
    "pipeline-error-custom-voice-failed, FAILED",
    "twilio-failed-to-connect-call, FAILED",
    "customer-ended-call, ABANDONED"
  })
  void a_call_without_words_is_told_by_how_it_ended(String reason, Disposition expected) {
    var report = new SomeCall().ended(reason).report();

    assertThat(report.disposition().value()).isEqualTo(expected);
  }

  @Test
  void the_transcript_is_cleaned_and_the_raw_one_stays() {
    var report =
        new SomeCall()
            .caller("um i i want a a haircut")
            .caller("uh on friday")
            .agent("Friday at ten?")
            .caller("my card is 4929 1234 5678 9012")
            .report();

    assertThat(report.cleaned()).extracting(line -> line.text().text())
        .containsExactly(
            "I want a haircut. On friday.", "Friday at ten?", "My card is [digits].");
    assertThat(report.call().lines()).hasSize(4);
    assertThat(report.call().lines().getFirst().text().text()).startsWith("um i i");
  }

  @Test
  void each_conclusion_names_who_drew_it_and_how_sure_they_are() {
    var json = json(bookingCall().report());

    for (var finding : List.of(json.at("/analysis/intent"), json.at("/analysis/sentiment"))) {
      assertThat(finding.path("producedBy").asString()).isEqualTo(RuleAnalyst.NAME);
      assertThat(finding.path("confidence").asDouble()).isBetween(0.01, 0.99);
    }
    assertThat(json.path("provenance").findValuesAsString("part"))
        .contains("intent", "sentiment", "summary", "success", "disposition", "cost");
    assertThat(json.path("tools").findValuesAsString("name")).contains("booked");
  }

  @Test
  void the_document_has_the_wires_names_for_what_the_wire_knows() {
    var json = json(bookingCall().report());

    assertThat(json.path("type").asString()).isEqualTo("end-of-call-report");
    assertThat(json.at("/call/type").asString()).isEqualTo("inboundPhoneCall");
    assertThat(json.at("/artifact/transcript").asString()).startsWith("AI: ");
    assertThat(json.at("/artifact/performanceMetrics/turnLatencyAverage").asInt()).isEqualTo(465);
    assertThat(json.at("/customer/number").asString()).isEqualTo("+14155550123");
    assertThat(json.path("durationSeconds").asDouble()).isEqualTo(61);
    assertThat(json.at("/participants/1/name").asString()).isEqualTo("Dana Fox");
  }

  @Test
  void cost_is_told_part_by_part_by_the_operators_rates() {
    var rates =
        new Rates(
            Currency.getInstance("USD"),
            new BigDecimal("0.0085"),
            new BigDecimal("0.006"),
            new BigDecimal("0.03"),
            new BigDecimal("0.001"));
    var call = new SomeCall().agent("x".repeat(500)).record();

    var cost =
        maker
            .byRules(
                call, new ReportMaker.Plan(Optional.empty(), Optional.empty(), rates), SomeCall.NINE)
            .cost();

    assertThat(cost.of("transport")).isEqualByComparingTo("0.0170"); // 61 s: two begun minutes
    assertThat(cost.of("transcriber")).isEqualByComparingTo("0.0061");
    assertThat(cost.of("voice")).isEqualByComparingTo("0.0150");
    assertThat(cost.of("model")).isEqualByComparingTo("0.0020");
    assertThat(cost.total()).isEqualByComparingTo("0.0401");
  }

  @Test
  void a_language_model_is_asked_where_one_is_set_and_named() {
    var report = made(analyst(call -> new Ok<>(another(call))));

    assertThat(report.analysis().intent().by()).isEqualTo("a-model");
    assertThat(report.origins()).contains(new Report.Origin("intent", "a-model", 0.8));
  }

  @Test
  void when_the_model_never_will_answer_the_rules_stand_in() {
    var report = made(analyst(_ -> new Failed<>(new Failure.Permanent("401"))));

    assertThat(report.analysis().intent().by()).isEqualTo(RuleAnalyst.NAME);
  }

  @Test
  void when_the_model_may_answer_later_the_report_waits() {
    var throttled = new Failure.Throttled("429", java.time.Duration.ofSeconds(3));

    assertThat(maker.make(bookingCall().record(), plan(analyst(_ -> new Failed<>(throttled))),
            SomeCall.NINE))
        .isEqualTo(new Failed<Report>(throttled));
  }

  @Test
  void data_is_filled_by_the_schemas_names_and_checked() {
    var schema =
        StructuredPlan.parse("""
            {"type": "object",
             "properties": {
               "customer_name": {"type": "string"},
               "Appointment time": {"type": "string", "format": "date-time"},
               "booked": {"type": "boolean"}, "value": {"type": "number"},
               "tags": {"type": "array", "items": {"type": "string"}},
               "shoeSize": {"type": "integer"}},
             "required": ["customer_name", "shoeSize"]}""");
    var plan = new ReportMaker.Plan(Optional.empty(), Optional.of(schema), Rates.NONE);
    var record = bookingCall().worth("35.00 USD").record();

    var filled = maker.byRules(record, plan, SomeCall.NINE).structured().orElseThrow().value();

    assertThat(filled.values().path("customer_name").asString()).isEqualTo("Dana Fox");
    assertThat(filled.values().path("Appointment time").asString())
        .isEqualTo("2026-03-03T04:00-05:00");
    assertThat(filled.values().path("booked").asBoolean()).isTrue();
    assertThat(filled.values().path("value").decimalValue()).isEqualByComparingTo("35");
    assertThat(filled.objections()).hasSize(1);
    assertThat(filled.objections().getFirst()).contains("required").contains("shoeSize");
  }

  @Test
  void a_schema_that_is_none_or_points_elsewhere_is_refused() {
    for (var wrong :
        List.of(
            "nonsense",
            "{\"type\": \"string\"}",
            "{\"type\": \"object\", \"properties\": {\"a\":"
                + " {\"$ref\": \"http://127.0.0.1:9/never-fetched.json\"}}}")) {
      assertThatThrownBy(() -> StructuredPlan.parse(wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void an_analysis_prints_without_what_was_said() {
    assertThat(bookingCall().report().analysis().toString()).doesNotContain("Haircut");
  }

  private static SomeCall bookingCall() {
    return new SomeCall()
        .agent("Maple Street Barbers, how can I help?")
        .caller("i'd like to book a haircut for tomorrow")
        .did(Act.Kind.SLOTS_OFFERED)
        .booked();
  }

  private Report made(Analyst analyst) {
    return ((Ok<Report>) maker.make(bookingCall().record(), plan(analyst), SomeCall.NINE)).value();
  }

  private static ReportMaker.Plan plan(Analyst analyst) {
    return new ReportMaker.Plan(Optional.of(analyst), Optional.empty(), Rates.NONE);
  }

  private static Analysis another(CallRecord call) {
    var rules = new RuleAnalyst().read(call);
    return new Analysis(
        new Finding<>(Intent.BOOK, 0.8, "a-model"),
        rules.sentiment(), rules.tags(), rules.keyPhrases(), rules.summary(), rules.success());
  }

  private static Analyst analyst(
      java.util.function.Function<CallRecord, ProviderResult<Analysis>> answer) {
    return new Analyst() {
      @Override
      public String name() {
        return "a-model";
      }

      @Override
      public ProviderResult<Analysis> analyse(CallRecord call) {
        return answer.apply(call);
      }
    };
  }

  private static JsonNode json(Report report) {
    return JsonMapper.shared().readTree(ReportJson.write(report, 1));
  }

  @Test
  void every_tag_intent_disposition_and_sentiment_reads_back_from_its_word() {
    assertThat(Set.of(Tag.values())).allMatch(tag -> Tag.of(tag.word()).orElseThrow() == tag);
    assertThat(Set.of(Intent.values())).allMatch(i -> Intent.of(i.word()).orElseThrow() == i);
    assertThat(Set.of(Disposition.values()))
        .allMatch(d -> Disposition.of(d.word()).orElseThrow() == d);
    assertThat(Set.of(Sentiment.values()))
        .allMatch(s -> Sentiment.of(s.word()).orElseThrow() == s);
  }
}
