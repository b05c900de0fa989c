package dev.frontdesk.server;

import dev.frontdesk.storage.Storage;
import dev.frontdesk.telephony.AnsweredLeg;
import dev.frontdesk.voice.Recorder;
import dev.frontdesk.voice.Recording;
import java.nio.file.Files;
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
    return new WavRecorder(free(folder, leg.leg().value()), leg.format());
  }

  /// A leg that came back on another socket is recorded again, beside what was recorded before.
  static Path free(Path folder, String leg) {
    var file = folder.resolve(leg + ".wav");
    for (int part = 2; Files.exists(file); part++) {
      file = folder.resolve(leg + "-" + part + ".wav");
    }
    return file;
  }
}
