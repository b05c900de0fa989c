package dev.frontdesk.telephony;

import dev.frontdesk.vocabulary.Transcript;
import java.time.Instant;

/// One line of a call's transcript: what the caller said, or what the caller heard the agent say.
public record SpokenLine(Speaker speaker, Transcript text, Instant at) {
  public enum Speaker {
    CALLER,
    AGENT
  }
}
