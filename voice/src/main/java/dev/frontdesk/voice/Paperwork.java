package dev.frontdesk.voice;

import java.util.function.Consumer;

/// What must be written down, on the agent's thread, after what was asked before: checkpoints and
/// the consent to be recorded.
final class Paperwork {
  private final ConversationSetup setup;
  private final AgentLane lane;
  private final Consumer<Mishap> tally;

  Paperwork(ConversationSetup setup, AgentLane lane, Consumer<Mishap> tally) {
    this.setup = setup;
    this.lane = lane;
    this.tally = tally;
  }

  void checkpoint(ConversationCheckpoint checkpoint) {
    if (setup.store() == ConversationStore.NONE) {
      return;
    }
    lane.run(
        () -> {
          try {
            setup.store().save(setup.org(), setup.call(), checkpoint.toJson());
          } catch (RuntimeException e) {
            failed("checkpoint", e);
          }
        });
  }

  /// @param then on the loop, once the consent is safely logged
  void consent(Recording.Announced recording, Runnable then) {
    var at = recording.clock().instant();
    lane.run(
        () -> {
          try {
            recording.consents().consented(
                setup.org(), setup.call(), recording.notice(), ConsentLog.Method.STAYED_ON_LINE,
                at);
            setup.loop().execute(then);
          } catch (RuntimeException e) {
            failed("consent", e);
          }
        });
  }

  private void failed(String what, RuntimeException e) {
    Conversation.LOG.warn("{} not stored: {}", what, e.getClass().getName());
    setup.loop().execute(() -> tally.accept(Mishap.CHECKPOINT_FAILED));
  }
}
