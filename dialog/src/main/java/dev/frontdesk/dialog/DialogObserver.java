package dev.frontdesk.dialog;

import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;

/// Told what the agent does, as it does it, on the agent's thread. Must be quick and not throw.
@FunctionalInterface
public interface DialogObserver {
  DialogObserver NONE = (org, call, event) -> {};

  void on(OrgId org, CallId call, DialogEvent event);
}
