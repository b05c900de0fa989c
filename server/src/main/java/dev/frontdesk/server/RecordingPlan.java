package dev.frontdesk.server;

import dev.frontdesk.storage.Storage;
import dev.frontdesk.telephony.AnsweredLeg;
import dev.frontdesk.voice.Recorder;
import dev.frontdesk.voice.Recording;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;

/// Whether and where calls are recorded. Off unless configured; then announced to everyone, and
/// nothing is kept before the consent is logged.
final class RecordingPlan {
  private final ServerSettings settings;
  private final Storage storage;
  private final String notice;

  RecordingPlan(ServerSettings settings, Storage storage) {
    this.settings = settings;
    this.storage = storage;
    var none =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    this.notice =
        ResourceBundle.getBundle("dev.frontdesk.server.polite", Locale.US, none)
            .getString("recordingNotice");
  }

  Recording of(AnsweredLeg leg) {
    if (!settings.turns().recording()) {
      return new Recording.Off();
    }
    return new Recording.Announced(
        notice, storage.consents(), recorder(leg), settings.clock());
  }

  private Recorder recorder(AnsweredLeg leg) {
    Path folder = settings.dataDir().resolve("recordings").resolve(leg.org().value());
    return new WavRecorder(folder.resolve(leg.leg().value() + ".wav"), leg.format());
  }
}
