package dev.frontdesk.lab;

import dev.frontdesk.lab.VendorWatch.Moment;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The boundaries between two steps of a booking, at each of which the server is killed.
enum ChaosStep {
  REQUEST_TO_COMMIT("request→commit"),
  COMMIT_TO_ANSWER("commit→answer"),
  ANSWER_TO_JOBS("answer→jobs planned"),
  JOBS_TO_ATTEMPT("jobs planned→attempt"),
  CALENDAR_ASKED("calendar asked→done", "calendar", Moment.ASKED),
  CALENDAR_DONE("calendar done→answered", "calendar", Moment.DONE),
  CALENDAR_ANSWERED("calendar answered→noted", "calendar", Moment.ANSWERED),
  SMS_ASKED("sms asked→done", "sms", Moment.ASKED),
  SMS_DONE("sms done→answered", "sms", Moment.DONE),
  SMS_ANSWERED("sms answered→noted", "sms", Moment.ANSWERED),
  CRM_ASKED("crm asked→done", "crm", Moment.ASKED),
  CRM_DONE("crm done→answered", "crm", Moment.DONE),
  CRM_ANSWERED("crm answered→noted", "crm", Moment.ANSWERED);

  private final String label;
  private final Optional<AtVendor> atVendor;

  /// Seen in front of a vendor; the others are told from the database after the kill.
  private record AtVendor(String vendor, Moment moment) {}

  ChaosStep(String label) {
    this.label = label;
    this.atVendor = Optional.empty();
  }

  ChaosStep(String label, String vendor, Moment moment) {
    this.label = label;
    this.atVendor = Optional.of(new AtVendor(vendor, moment));
  }

  String label() {
    return label;
  }

  boolean watched() {
    return atVendor.isPresent();
  }

  static Optional<ChaosStep> at(String vendor, Moment moment) {
    var sought = Optional.of(new AtVendor(vendor, moment));
    return Arrays.stream(values()).filter(step -> step.atVendor.equals(sought)).findFirst();
  }

  static List<ChaosStep> all() {
    return List.of(values());
  }
}
