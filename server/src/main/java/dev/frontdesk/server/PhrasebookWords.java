package dev.frontdesk.server;

import dev.frontdesk.telephony.PoliteWords;
import dev.frontdesk.vocabulary.OrgId;
import java.util.Locale;
import java.util.ResourceBundle;

/// What callers hear when no agent can speak, from `polite_LANGUAGE.properties`.
record PhrasebookWords(String language, String full, String unknownNumber, String trouble)
    implements PoliteWords {

  static PhrasebookWords in(Locale locale) {
    var none =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    var bundle = ResourceBundle.getBundle("dev.frontdesk.server.polite", locale, none);
    return new PhrasebookWords(
        locale.toLanguageTag(),
        bundle.getString("full"),
        bundle.getString("unknownNumber"),
        bundle.getString("trouble"));
  }

  @Override
  public String full(OrgId org) {
    return full;
  }
}
