package dev.frontdesk.lab;

import dev.frontdesk.booking.BookingDesk;
import dev.frontdesk.booking.BookingSettings;
import dev.frontdesk.dialog.DialogObserver;
import dev.frontdesk.dialog.ScriptedAgents;
import dev.frontdesk.storage.Storage;
import dev.frontdesk.storage.StorageSettings;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.Ids;
import dev.frontdesk.vocabulary.Secret;
import dev.frontdesk.vocabulary.Transcript;
import dev.frontdesk.voice.spi.Agent;
import dev.frontdesk.voice.spi.Agent.Input;
import dev.frontdesk.voice.spi.Agent.Next;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// `chat`: a scenario's business at the keyboard. The agent, the desk and PostgreSQL are those of a
/// call; only ears and mouth are the terminal. A line is what a caller says, `#12` presses keys, an
/// empty line is a silence.
public final class Chat {
  private Chat() {}

  public static void run(Scenario scenario, BufferedReader in, PrintStream out)
      throws IOException {
    var folder = LabRun.temporary();
    var clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), scenario.now()));
    try (var storage = Storage.open(StorageSettings.embedded(folder, clock))) {
      var org = scenario.catalogue().organisation().id();
      storage.organisations().save(scenario.catalogue(), List.of());
      var desk =
          new BookingDesk(
              storage.catalogues(),
              storage.bookings(),
              storage.waitlist(),
              new Secret(UUID.randomUUID() + "" + UUID.randomUUID()),
              BookingSettings.DEFAULT,
              clock);
      TextRun.enter(desk, org, scenario.standing());
      var caller = scenario.callers().getFirst().phone();
      var agents =
          new ScriptedAgents(
              desk, clock, Locale.US, (_, _) -> Optional.empty(), DialogObserver.NONE);
      out.printf(
          "It is %s. You call from %s. Type what you say; #1 presses a key; Ctrl-D hangs up.%n%n",
          scenario.now().atZone(scenario.catalogue().organisation().zone()).toLocalDateTime(),
          caller.map(number -> number.e164()).orElse("a withheld number"));
      talk(agents.start(org, new CallId(Ids.newUuid(clock.instant())), caller), in, out);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } finally {
      LabRun.delete(folder);
    }
  }

  private static void talk(Agent agent, BufferedReader in, PrintStream out)
      throws IOException, InterruptedException {
    var screen = new Screen(out);
    Input input = new Input.Greet();
    int silences = 0;
    while (true) {
      agent.respond(input, screen);
      if (screen.next instanceof Next.HangUp) {
        out.println("(the agent hangs up)");
        return;
      }
      if (screen.next instanceof Next.Transfer(var target)) {
        out.println("(you are put through to " + target + ")");
        return;
      }
      out.print("you    ");
      out.flush();
      String line = in.readLine();
      if (line == null) {
        out.println();
        return;
      }
      silences = line.isBlank() ? silences + 1 : 0;
      input = input(line.strip(), silences, screen.last);
    }
  }

  private static Input input(String line, int silences, String agentSaid) {
    if (line.isEmpty()) {
      return new Input.Silent(silences);
    }
    if (line.startsWith("#") && line.length() > 1) {
      return new Input.Pressed(line.substring(1));
    }
    return new Input.Said(new Transcript(line), new Transcript(agentSaid), false);
  }

  private static final class Screen implements Agent.Reply {
    private final PrintStream out;
    private @Nullable Next next;
    private String last = "";

    Screen(PrintStream out) {
      this.out = out;
    }

    @Override
    public void say(String text) {
      last = text;
      out.println("agent  " + text);
    }

    @Override
    public void filler(String text) {
      out.println("agent  (" + text + ")");
    }

    @Override
    public void then(Next handedOn) {
      next = handedOn;
    }
  }
}
