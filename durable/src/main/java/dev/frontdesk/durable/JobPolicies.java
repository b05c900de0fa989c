package dev.frontdesk.durable;

import dev.frontdesk.durable.IntegrationPolicy.Rate;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// The policy of each integration by its name; one that is not named has the default.
public record JobPolicies(Map<String, IntegrationPolicy> byIntegration) {

  /// Below what the vendors allow one customer of theirs: Google 600 requests a minute and user.
  /// Airtable's 5 a second and base are kept by its work itself, which has many requests to make
  /// and a base to itself while it does: its attempts mostly wait.
  public static final JobPolicies DEFAULT =
      new JobPolicies(
          Map.of(
              "google-calendar", IntegrationPolicy.DEFAULT.with(new Rate(9, 20)),
              "twilio-sms", IntegrationPolicy.DEFAULT.with(new Rate(20, 40)),
              "smtp", IntegrationPolicy.DEFAULT.with(new Rate(10, 20)),
              "airtable", IntegrationPolicy.DEFAULT.atOnce(128, 4),
              "s3", IntegrationPolicy.DEFAULT.lasting(Duration.ofMinutes(5)).atOnce(8, 2),
              "report", IntegrationPolicy.DEFAULT.lasting(Duration.ofMinutes(5)).atOnce(4, 2),
              "webhook", IntegrationPolicy.DEFAULT.with(new Rate(20, 40))));

  public JobPolicies {
    byIntegration = Map.copyOf(byIntegration);
  }

  public IntegrationPolicy of(String integration) {
    return byIntegration.getOrDefault(integration, IntegrationPolicy.DEFAULT);
  }

  public JobPolicies with(String integration, IntegrationPolicy policy) {
    var all = new HashMap<>(byIntegration);
    all.put(integration, policy);
    return new JobPolicies(all);
  }
}
