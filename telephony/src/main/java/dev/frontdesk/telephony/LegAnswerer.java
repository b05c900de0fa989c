package dev.frontdesk.telephony;

import dev.frontdesk.media.AudioIn;
import dev.frontdesk.media.AudioOut;
import dev.frontdesk.media.MediaLoop;

/// Who talks on a leg once its audio flows. The server plugs the voice room in here.
@FunctionalInterface
public interface LegAnswerer {
  /// Called on `loop` as soon as the carrier's socket has said which call it carries.
  AudioIn answer(AnsweredLeg leg, AudioOut out, MediaLoop loop);
}
