package dev.frontdesk.reporting;

import java.util.Locale;

/// Where somebody stands who may become, or is, a customer.
public enum LeadStage {
  NEW,
  CONTACTED,
  QUALIFIED,
  NURTURE;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
