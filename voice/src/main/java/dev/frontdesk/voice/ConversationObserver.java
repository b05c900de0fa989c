package dev.frontdesk.voice;

/// Watches a conversation. Called on the call's loop: hand over and return, never block. What it
/// throws is counted and goes no further.
@FunctionalInterface
public interface ConversationObserver {
  ConversationObserver NONE = _ -> {};

  void saw(ConversationEvent event);
}
