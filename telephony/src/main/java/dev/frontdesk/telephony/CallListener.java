package dev.frontdesk.telephony;

/// Told of every move of a call after it was stored. Called on the thread that made the move; must
/// not block for long and must not throw.
@FunctionalInterface
public interface CallListener {
  void moved(Call call);
}
