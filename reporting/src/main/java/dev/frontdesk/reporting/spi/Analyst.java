package dev.frontdesk.reporting.spi;

import dev.frontdesk.reporting.Analysis;
import dev.frontdesk.reporting.CallRecord;
import dev.frontdesk.vocabulary.ProviderResult;

/// Makes something of what was said in a call: rules, or a language model. Blocks. Asked twice
/// about the same call it may answer differently; reports keep each answer as a version.
public interface Analyst {
  /// Name and version, as findings cite it: `rules-1`, `gpt-4.1-mini`.
  String name();

  ProviderResult<Analysis> analyse(CallRecord call);
}
