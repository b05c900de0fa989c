package dev.frontdesk.voice;

import dev.frontdesk.media.AudioIn;

/// One conversation in real time. One actor per call: everything happens on the call's loop, one
/// event after another.
public final class Conversation implements AudioIn {

  private Conversation() {}

  /// Opens the ears and asks the agent to greet. Call on the loop.
  public static Conversation open(ConversationSetup setup) {
    throw new UnsupportedOperationException("opening " + setup.call().value());
  }

  @Override
  public void audio(byte[] bytes, int offset, int length, long mediaTimeMs) {}

  @Override
  public void markReached(String name) {}

  @Override
  public void keyPressed(char key) {}

  @Override
  public void closed(boolean carrierEnded) {}

  /// The server is going away, or an operator ended the call: stop at once. Safe from any thread.
  public void end(String reason) {}
}
