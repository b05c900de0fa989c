package dev.frontdesk.server;

import dev.frontdesk.integrations.openai.ChatSettings;
import dev.frontdesk.integrations.s3.S3Settings;
import dev.frontdesk.reporting.FollowUp;
import dev.frontdesk.reporting.FollowUpRule;
import dev.frontdesk.reporting.LeadPolicy;
import dev.frontdesk.reporting.Rates;
import dev.frontdesk.reporting.RetentionKind;
import dev.frontdesk.reporting.RetentionPolicy;
import dev.frontdesk.reporting.ScoreRule;
import dev.frontdesk.reporting.StructuredPlan;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/// Reads the configuration's sections that ReportSettings and ReportLink stand for.
final class ReportReader {
  /// Ten years: whoever wants to keep more leaves the field out.
  private static final int MOST_DAYS = 3_650;

  private ReportReader() {}

  static ReportSettings settings(StrictYaml yaml) {
    yaml.only("rates", "archive", "model");
    return new ReportSettings(
        yaml.optional("rates").map(ReportReader::rates).orElse(Rates.NONE),
        yaml.optional("archive").map(ReportReader::archive),
        yaml.optional("model").map(ReportReader::model));
  }

  private static Rates rates(StrictYaml yaml) {
    yaml.only(
        "currency", "transportMinute", "listeningMinute", "speakingThousand", "languageTurn");
    return new Rates(
        yaml.required("currency").as("a currency such as USD", Currency::getInstance),
        rate(yaml, "transportMinute"),
        rate(yaml, "listeningMinute"),
        rate(yaml, "speakingThousand"),
        rate(yaml, "languageTurn"));
  }

  private static ChatSettings model(StrictYaml yaml) {
    yaml.only("url", "apiKey", "name", "patienceSeconds");
    return new ChatSettings(
        ConfigReader.url(yaml.required("url")),
        ConfigReader.secret(yaml.required("apiKey")),
        yaml.required("name").text(),
        yaml.optional("patienceSeconds")
            .map(seconds -> Duration.ofSeconds(seconds.whole(1, 300)))
            .orElse(ChatSettings.PATIENCE));
  }

  private static BigDecimal rate(StrictYaml yaml, String key) {
    return yaml.optional(key)
        .map(value -> amount(value, "an amount such as 0.0085"))
        .orElse(BigDecimal.ZERO);
  }

  private static BigDecimal amount(StrictYaml value, String expected) {
    return value.as(
        expected,
        text -> {
          var amount = new BigDecimal(text);
          if (amount.signum() < 0) {
            throw new IllegalArgumentException("negative");
          }
          return amount;
        });
  }

  private static S3Settings archive(StrictYaml yaml) {
    yaml.only(
        "bucket", "region", "accessKeyId", "secretAccessKey", "endpoint", "prefix", "encryption");
    return new S3Settings(
        yaml.required("bucket").as("a bucket's name", S3Settings::bucketName),
        yaml.optional("region").map(StrictYaml::text).orElse("us-east-1"),
        yaml.required("accessKeyId").text(),
        ConfigReader.secret(yaml.required("secretAccessKey")),
        yaml.optional("endpoint").map(ConfigReader::url),
        yaml.optional("prefix").map(p -> p.as("a path such as calls/", S3Settings::prefix))
            .orElse(""),
        yaml.optional("encryption").map(e -> e.as("AES256 or aws:kms", S3Settings::encryption)));
  }

  /// @param yaml an organisation's own section
  static ReportLink link(StrictYaml yaml) {
    yaml.only("schema", "leads", "followUps", "keepDays", "archiveAfterDays");
    return new ReportLink(
        yaml.optional("schema")
            .map(s -> s.as("a JSON schema (draft 2020-12) of an object", StructuredPlan::parse)),
        yaml.optional("leads").map(ReportReader::leads).orElse(LeadPolicy.DEFAULT),
        yaml.optional("followUps").isPresent()
            ? followUps(yaml.itemsOf("followUps"))
            : FollowUpRule.DEFAULT,
        new RetentionPolicy(
            yaml.optional("keepDays").map(ReportReader::keep).orElse(new EnumMap<>(
                RetentionKind.class)),
            yaml.optional("archiveAfterDays").map(d -> Duration.ofDays(d.whole(0, MOST_DAYS)))));
  }

  private static LeadPolicy leads(StrictYaml yaml) {
    yaml.only(
        "scores", "qualifiesAt", "reviewScore", "reviewWorth", "scoreReachDays",
        "quietAfterDays");
    var usual = LeadPolicy.DEFAULT;
    StrictYaml.distinct(yaml.itemsOf("scores"), "id");
    return new LeadPolicy(
        yaml.optional("scores").isPresent()
            ? yaml.itemsOf("scores").stream().map(ReportReader::score).toList()
            : usual.rules(),
        score(yaml, "qualifiesAt", usual.qualifiesAt()),
        score(yaml, "reviewScore", usual.reviewScore()),
        yaml.optional("reviewWorth").map(w -> amount(w, "an amount such as 150")),
        days(yaml, "scoreReachDays", usual.scoreReach()),
        days(yaml, "quietAfterDays", usual.quietAfter()));
  }

  private static int score(StrictYaml yaml, String key, int otherwise) {
    return yaml.optional(key).map(v -> v.whole(1, LeadPolicy.HIGHEST)).orElse(otherwise);
  }

  private static Duration days(StrictYaml yaml, String key, Duration otherwise) {
    return yaml.optional(key)
        .map(v -> Duration.ofDays(v.whole(1, MOST_DAYS)))
        .orElse(otherwise);
  }

  private static ScoreRule score(StrictYaml yaml) {
    yaml.only("id", "when", "points");
    int points = yaml.required("points").whole(-100, 100);
    var when = ConditionReader.read(yaml.required("when"));
    return yaml.required("id")
        .as("lower-case words with hyphens", id -> new ScoreRule(id, when, points));
  }

  private static List<FollowUpRule> followUps(List<StrictYaml> items) {
    StrictYaml.distinct(items, "id");
    return items.stream().map(ReportReader::followUp).toList();
  }

  private static FollowUpRule followUp(StrictYaml yaml) {
    yaml.only("id", "when", "kind", "title", "withinHours");
    var when = ConditionReader.read(yaml.required("when"));
    var kind = yaml.required("kind").as("task, ticket or call-back", ReportReader::kind);
    var within = Duration.ofHours(yaml.required("withinHours").whole(0, 24 * 365));
    var id = yaml.required("id").text();
    return yaml.required("title")
        .as(
            "a title up to 120 characters, with an id of lower-case words",
            title -> new FollowUpRule(id, when, kind, title, within));
  }

  private static FollowUp.Kind kind(String word) {
    for (var kind : FollowUp.Kind.values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(word);
  }

  private static EnumMap<RetentionKind, Duration> keep(StrictYaml yaml) {
    var keep = new EnumMap<RetentionKind, Duration>(RetentionKind.class);
    yaml.entries().forEach((key, value) -> {
      var kind = RetentionKind.of(key);
      if (kind.isEmpty()) {
        throw value.wrong("unknown; known here: recording, transcript, report, lead");
      }
      keep.put(kind.get(), Duration.ofDays(value.whole(1, MOST_DAYS)));
    });
    return keep;
  }

  /// Whether anything of the organisation's is to be archived.
  static Optional<Duration> archiveAfter(ServerSettings settings, ReportLink link) {
    return settings.following().reports().archive().flatMap(_ -> link.retention().archiveAfter());
  }
}
