package dev.frontdesk.server;

import dev.frontdesk.durable.Alarms;
import dev.frontdesk.durable.DeadLetters;
import dev.frontdesk.durable.JobRunner;
import dev.frontdesk.durable.JobWork;
import dev.frontdesk.durable.Jobs;
import dev.frontdesk.durable.KeptAnswers;
import dev.frontdesk.durable.Reaction;
import dev.frontdesk.storage.KeptSecret;
import dev.frontdesk.storage.Storage;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What follows from what happened: every feature's reactions and works, run by one runner.
@Configuration(proxyBeanMethods = false)
class JobWiring {

  @Bean
  Jobs jobs(Storage storage, ServerSettings settings) {
    return storage.work().jobs(settings.following().jobs().runner().depth());
  }

  @Bean
  Alarms alarms(Storage storage) {
    return storage.work().alarms();
  }

  @Bean
  DeadLetters deadLetters(Storage storage) {
    return storage.work().deadLetters();
  }

  @Bean
  KeptAnswers keptAnswers(Storage storage) {
    return storage.work().keptAnswers();
  }

  @Bean(destroyMethod = "") // stopped by the lifecycle, before anything it stands on
  JobRunner jobRunner(
      Storage storage,
      ServerSettings settings,
      Jobs jobs,
      DeadLetters letters,
      Alarms alarms,
      ObjectProvider<Reaction> reactions,
      ObjectProvider<JobWork> works) {
    var work = storage.work();
    var parts =
        new JobRunner.Parts(
            work.store(), work.lanes(node(settings)), work.rates(), jobs, letters, alarms,
            work.keptAnswers());
    return new JobRunner(
        parts,
        reactions.orderedStream().toList(),
        works.orderedStream().toList(),
        settings.following().jobs().runner(),
        settings.clock());
  }

  @Bean
  SmartLifecycle jobLifecycle(Storage storage, JobRunner runner) {
    return new JobLifecycle(storage, runner);
  }

  /// The same after a restart, and no other node's.
  private static String node(ServerSettings settings) {
    var kept = KeptSecret.at(settings.dataDir().resolve("node.id")).reveal();
    try {
      return InetAddress.getLocalHost().getHostName() + "/" + kept.substring(0, 12);
    } catch (UnknownHostException nameless) {
      return kept.substring(0, 12);
    }
  }

  private static final class JobLifecycle implements SmartLifecycle {
    private final Storage storage;
    private final JobRunner runner;
    private volatile boolean running;

    JobLifecycle(Storage storage, JobRunner runner) {
      this.storage = storage;
      this.runner = runner;
    }

    @Override
    public void start() {
      storage.work().tell(runner);
      runner.start();
      running = true;
    }

    @Override
    public void stop() {
      running = false;
      runner.close();
    }

    @Override
    public boolean isRunning() {
      return running;
    }
  }
}
