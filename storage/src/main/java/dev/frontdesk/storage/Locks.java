package dev.frontdesk.storage;

import dev.frontdesk.booking.Quota;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Stream;

/// What a transaction keeps to itself until its end, beyond rows: sorted, so that two transactions
/// never wait for each other. Two names that hash alike merely wait for each other.
record Locks(List<Long> keys) {
  static final Locks NONE = new Locks(List.of());

  Locks {
    keys = keys.stream().distinct().sorted().toList();
  }

  /// @param quotas counted under their lock, since no constraint sees them
  static Locks of(OrgId org, Stream<CallId> calls, List<Quota> quotas) {
    var names =
        Stream.concat(
            calls.map(call -> "call\n" + call.value()),
            quotas.stream().map(Locks::name));
    return new Locks(names.map(name -> key(org, name)).toList());
  }

  /// One lock of the organisation's, by any name that is not said above.
  static Locks of(OrgId org, String name) {
    return new Locks(List.of(key(org, name)));
  }

  private static String name(Quota quota) {
    return switch (quota) {
      case Quota.OfResource(var resource, _, _) -> "resource\n" + resource.value();
      case Quota.OfService(var service, _, _) -> "service\n" + service.value();
    };
  }

  private static long key(OrgId org, String name) {
    try {
      var text = org.value() + "\n" + name;
      var digest = MessageDigest.getInstance("SHA-256");
      return ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8))).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
