package dev.frontdesk.telephony;

import dev.frontdesk.vocabulary.OrgId;

/// What a caller hears from the carrier's own voice when no agent can speak. The wording belongs
/// to the phrase files; the server plugs it in here.
public interface PoliteWords {
  /// BCP 47, `en-US`.
  String language();

  /// All of the organisation's lines are taken.
  String full(OrgId org);

  /// The number is not connected to any organisation.
  String unknownNumber();

  /// Something is broken on our side.
  String trouble();
}
