package dev.frontdesk.reporting;

import java.util.List;

/// What was made of a call's words.
///
/// @param summary    two or three sentences; may hold what is personal
/// @param success    whether the caller got what they came for
/// @param keyPhrases the words that stand out, most telling first
public record Analysis(
    Finding<Intent> intent,
    Finding<Sentiment> sentiment,
    List<Finding<Tag>> tags,
    List<Finding<String>> keyPhrases,
    Finding<String> summary,
    Finding<Boolean> success) {

  public Analysis {
    tags = List.copyOf(tags);
    keyPhrases = List.copyOf(keyPhrases);
  }

  public boolean has(Tag tag) {
    return tags.stream().anyMatch(finding -> finding.value() == tag);
  }

  @Override
  public String toString() {
    return "Analysis[" + intent + ", " + sentiment + ", " + tags + "]"; // the rest may be personal
  }
}
