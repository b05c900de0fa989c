package dev.frontdesk.server;

import dev.frontdesk.telephony.MediaGateway;
import dev.frontdesk.telephony.TelephonyCounters;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whether the server is well, and what it has counted.
@RestController
class HealthController {
  private final MediaGateway gateway;
  private final TelephonyCounters telephony;
  private final OneByOne writes;

  HealthController(MediaGateway gateway, TelephonyCounters telephony, OneByOne writes) {
    this.gateway = gateway;
    this.telephony = telephony;
    this.writes = writes;
  }

  /// For load balancers and people: tells nothing that a stranger may not know.
  @GetMapping("/health")
  Map<String, Object> health() {
    return Map.of("status", "ok");
  }

  /// Every refusal and drop by name, since the start.
  @GetMapping("/counters")
  Map<String, Object> counters() {
    var all = new TreeMap<String, Object>(telephony.read());
    all.put("sockets-open", gateway.open());
    all.put("lines-not-kept", writes.failed() + writes.dropped());
    return all;
  }
}
