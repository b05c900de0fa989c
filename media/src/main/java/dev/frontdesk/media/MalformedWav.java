package dev.frontdesk.media;

import java.io.IOException;

/// Bytes that were to be a WAV file are none that we read.
public final class MalformedWav extends IOException {
  private static final long serialVersionUID = 1L;

  MalformedWav(String what) {
    super(what);
  }
}
