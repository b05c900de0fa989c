package dev.frontdesk.reporting;

import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Something that somebody should do because of a call. Who it is about stands with the call and
/// the lead.
///
/// @param id    follows from call and rule, so that a report made again does not ask twice
/// @param lead  of whom, where the caller is known
/// @param rule  which rule asked for it
/// @param title as people read it, as `Call back about the complaint`
/// @param phone where to call back, when that was promised in the call
public record FollowUp(
    OrgId org,
    String id,
    CallId call,
    Optional<String> lead,
    Kind kind,
    String rule,
    String title,
    Optional<PhoneNumber> phone,
    State state,
    Instant dueAt,
    Instant createdAt,
    Optional<Decision> decision) {

  public enum Kind {
    TASK,
    TICKET,
    CALL_BACK;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public enum State {
    IN_REVIEW,
    OPEN,
    DONE,
    REJECTED;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// What a person does with it.
  public enum Act {
    APPROVE,
    REJECT,
    FINISH;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param by  whose decision, as `key:01997c…`
  /// @param why may be empty
  public record Decision(Act act, String by, String why, Instant at) {}
}
