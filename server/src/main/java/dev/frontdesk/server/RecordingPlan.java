package dev.frontdesk.server;

import dev.frontdesk.storage.Storage;
import dev.frontdesk.telephony.AnsweredLeg;
import dev.frontdesk.voice.Recording;

/// Whether and where calls are recorded.
final class RecordingPlan {
  RecordingPlan(ServerSettings settings, Storage storage) {}

  Recording of(AnsweredLeg leg) {
    return new Recording.Off();
  }
}
