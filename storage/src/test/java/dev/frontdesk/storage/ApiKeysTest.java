package dev.frontdesk.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.vocabulary.AgentVersion;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.Secret;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiKeysTest {
  private final Storage storage = TestStorage.shared();
  private final OrgId org = TestStorage.newOrganisation();

  @Test
  void a_key_proves_its_organisation_and_scope() {
    var key = storage.apiKeys().create(org, ApiKey.Scope.PUBLIC, "web page");

    var found = storage.apiKeys().authenticate(key).orElseThrow();
    assertThat(found.org()).isEqualTo(org);
    assertThat(found.scope()).isEqualTo(ApiKey.Scope.PUBLIC);
    assertThat(key.reveal()).startsWith("fd_public_").hasSizeGreaterThan(50);
    assertThat(storage.apiKeys().list(org)).containsExactly(found);
  }

  @Test
  void a_wrong_key_and_a_revoked_key_open_nothing() {
    var key = storage.apiKeys().create(org, ApiKey.Scope.PRIVATE, "server");
    var id = storage.apiKeys().authenticate(key).orElseThrow().id();

    assertThat(storage.apiKeys().authenticate(new Secret(key.reveal() + "x"))).isEmpty();
    assertThat(storage.apiKeys().revoke(org, id)).isTrue();
    assertThat(storage.apiKeys().revoke(org, id)).isFalse();
    assertThat(storage.apiKeys().authenticate(key)).isEmpty();
  }

  @Test
  void an_organisation_is_found_by_number_and_by_name() {
    assertThat(storage.numbers().owner(TestStorage.numberOf(org))).contains(org);
    assertThat(storage.numbers().owner(TestStorage.numberOf(9_999))).isEmpty();
    assertThat(storage.numbers().agent(org)).isEqualTo(new AgentVersion("scripted-1"));
    var name = storage.organisations().find(org).orElseThrow().organisation().name();
    assertThat(storage.organisations().named(name.toUpperCase(java.util.Locale.ROOT)))
        .contains(org);
  }

  @Test
  void a_number_belongs_to_one_organisation() {
    var thief = new OrgId("thief-of-" + org.value());

    assertThatThrownBy(
            () ->
                storage.organisations().save(
                    TestStorage.catalogue(thief, thief.value()),
                    Set.of(TestStorage.numberOf(org))))
        .hasMessageContaining("belongs to another organisation");
    assertThat(storage.organisations().find(thief)).isEmpty();
  }
}
