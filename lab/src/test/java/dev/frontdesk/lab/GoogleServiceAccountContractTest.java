package dev.frontdesk.lab;

import dev.frontdesk.integrations.google.GoogleAccount;
import dev.frontdesk.vocabulary.Secret;
import java.util.Optional;

/// The same with a service account with which the calendar is shared.
class GoogleServiceAccountContractTest extends GoogleCalendarContractTest {
  @Override
  GoogleAccount account() {
    var email = "desk@lab.iam.gserviceaccount.com";
    google().share(OWNER, email);
    return new GoogleAccount.Service(
        new Secret(google().serviceAccount(email, false)), Optional.empty());
  }
}
