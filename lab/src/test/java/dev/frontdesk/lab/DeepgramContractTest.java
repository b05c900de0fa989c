package dev.frontdesk.lab;

import dev.frontdesk.integrations.deepgram.Deepgram;
import dev.frontdesk.integrations.deepgram.DeepgramSettings;
import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.voice.spi.SpeechToText;
import dev.frontdesk.voice.spi.SpeechToTextContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/// Both of Deepgram's recognisers, over its simulated wire, on narrow and wide legs.
class DeepgramContractTest {
  @Nested
  class Nova extends OverTheWire {
    Nova() {
      super(DeepgramSettings.nova(Vendors.KEY), AudioFormat.PHONE);
    }
  }

  @Nested
  class NovaWideband extends OverTheWire {
    NovaWideband() {
      super(DeepgramSettings.nova(Vendors.KEY), AudioFormat.WIDEBAND);
    }
  }

  @Nested
  class Flux extends OverTheWire {
    Flux() {
      super(DeepgramSettings.flux(Vendors.KEY), AudioFormat.PHONE);
    }
  }

  abstract static class OverTheWire extends SpeechToTextContract {
    private final Vendors vendors = new Vendors();
    private final AudioFormat leg;
    private final Deepgram deepgram;

    OverTheWire(DeepgramSettings settings, AudioFormat leg) {
      this.leg = leg;
      this.deepgram = new Deepgram(settings.withBase(vendors.deepgram.base()));
    }

    @AfterEach
    void close() {
      deepgram.close();
      vendors.close();
    }

    @Override
    protected SpeechToText hearing() {
      return deepgram;
    }

    @Override
    protected AudioFormat leg() {
      return leg;
    }

    @Override
    protected byte[] speech(AudioFormat format) {
      return vendors.speech(format);
    }

    @Override
    protected String words() {
      return "a haircut tomorrow please";
    }
  }
}
