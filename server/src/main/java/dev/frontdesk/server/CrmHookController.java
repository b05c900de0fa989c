package dev.frontdesk.server;

import dev.frontdesk.crm.CrmBase;
import dev.frontdesk.crm.CrmBases;
import dev.frontdesk.durable.Job;
import dev.frontdesk.durable.Jobs;
import dev.frontdesk.storage.Storage;
import dev.frontdesk.vocabulary.OrgId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Airtable's notifications that something was edited. The signature is checked before anything
/// else; what was edited is not in them, and is fetched by a job.
@RestController
class CrmHookController {
  private static final Logger LOG = LoggerFactory.getLogger(CrmHookController.class);
  private static final int LONGEST_BODY = 16 * 1024;
  private static final long MOMENT_MS = 2_000;

  private final CrmTargets targets;
  private final CrmBases bases;
  private final Jobs jobs;
  private final Clock clock;

  CrmHookController(CrmTargets targets, Storage storage, Jobs jobs, Clock clock) {
    this.targets = targets;
    this.bases = storage.crm().bases();
    this.jobs = jobs;
    this.clock = clock;
  }

  /// Told twice, or of several edits at once, is one job.
  @PostMapping("/airtable/{org}")
  ResponseEntity<Void> edited(HttpServletRequest servlet, @PathVariable String org)
      throws IOException {
    byte[] body = servlet.getInputStream().readNBytes(LONGEST_BODY + 1);
    if (body.length > LONGEST_BODY) {
      return ResponseEntity.status(413).build();
    }
    var id = new OrgId(org);
    var target = targets.of(id);
    var hook = target.flatMap(_ -> bases.find(id)).flatMap(CrmBase::hook);
    if (target.isEmpty() || hook.isEmpty()) {
      return refused();
    }
    var provider = target.get().provider();
    var signature = Optional.ofNullable(servlet.getHeader(provider.signatureHeader()));
    if (!provider.signed(hook.get().secret(), body, signature.orElse(""))) {
      return refused();
    }
    jobs.plan(List.of(told(id)));
    return ResponseEntity.noContent().build();
  }

  private static ResponseEntity<Void> refused() {
    LOG.warn("refused a notification of customer records that was not signed by their hook");
    return ResponseEntity.status(403).build();
  }

  /// One look for all that is told within a moment: what we write ourselves is told too.
  private Job told(OrgId org) {
    long moment = clock.millis() / MOMENT_MS + 1;
    return CrmJobs.pull(org, "told-" + moment, Instant.ofEpochMilli(moment * MOMENT_MS));
  }
}
