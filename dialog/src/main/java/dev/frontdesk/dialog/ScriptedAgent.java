package dev.frontdesk.dialog;

import dev.frontdesk.vocabulary.AgentVersion;
import dev.frontdesk.vocabulary.Transcript;
import dev.frontdesk.voice.spi.Agent;
import dev.frontdesk.voice.spi.ListeningHint;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One call's scripted agent. What it says follows from its memory, the caller's words, the clock
/// and what its tools answer; nothing else.
final class ScriptedAgent implements Agent {
  private static final Logger LOG = LoggerFactory.getLogger(ScriptedAgent.class);
  private static final int MOST_FAILURES = 1;

  private final AgentTools tools;
  private final Clock clock;
  private final Wording wording;
  private final Grammars grammars;
  private final Consumer<DialogEvent> events;
  private Memory memory;
  private final AgentVersion version;

  ScriptedAgent(
      AgentTools tools,
      Clock clock,
      Wording wording,
      Grammars grammars,
      Consumer<DialogEvent> events,
      Memory memory,
      AgentVersion version) {
    this.tools = tools;
    this.clock = clock;
    this.wording = wording;
    this.grammars = grammars;
    this.events = events;
    this.memory = memory;
    this.version = version;
  }

  @Override
  public AgentVersion version() {
    return version;
  }

  @Override
  public String state() {
    return MemoryJson.write(memory);
  }

  /// One failure is apologised for and the question asked again. After a second in a row it fails
  /// as a whole: the conversation then hands the caller to a person, if there is one.
  @Override
  public void respond(Input input, Reply reply) {
    var answer = new Answer();
    try {
      answer(input, answer);
    } catch (RuntimeException bug) {
      LOG.error("the scripted agent failed", bug);
      memory.failures++;
      if (memory.failures > MOST_FAILURES) {
        throw bug;
      }
      answer = apology();
    }
    answer.give(reply);
  }

  private void answer(Input input, Answer answer) {
    var turn = turn();
    take(turn, input);
    speak(turn, answer);
    memory.failures = 0;
  }

  /// Asks again; where not even that can be done, for the caller to say it again.
  private Answer apology() {
    var answer = new Answer();
    try {
      var turn = turn();
      turn.tell("trouble");
      turn.ask(memory.asked);
      speak(turn, answer);
      return answer;
    } catch (RuntimeException _) {
      var bare = new Answer();
      bare.say(wording.say("troubleSayAgain"));
      bare.then(new Next.Listen(ListeningHint.OPEN, Questions.keys(memory.asked), false));
      return bare;
    }
  }

  /// Thinks with a copy of its memory and with tools that only read. What would be held, booked or
  /// given back ends the thought: that turn is answered once it is committed.
  @Override
  public Optional<Thought> think(Input.Said input) {
    var happened = new ArrayList<DialogEvent>();
    var mind =
        new ScriptedAgent(
            new ReadingTools(tools),
            clock,
            wording,
            grammars,
            happened::add,
            MemoryJson.read(MemoryJson.write(memory)),
            version);
    var answer = new Answer();
    try {
      mind.answer(input, answer);
    } catch (ReadingTools.MustWrite _) {
      return Optional.empty();
    }
    return Optional.of(
        reply -> {
          memory = mind.memory;
          happened.forEach(events);
          answer.give(reply);
        });
  }

  /// What is kept of an answer until it is given.
  private static final class Answer implements Reply {
    private final List<Consumer<Reply>> words = new ArrayList<>();

    @Override
    public void say(String text) {
      words.add(reply -> reply.say(text));
    }

    @Override
    public void filler(String text) {
      words.add(reply -> reply.filler(text));
    }

    @Override
    public void then(Next next) {
      words.add(reply -> reply.then(next));
    }

    void give(Reply reply) {
      words.forEach(word -> word.accept(reply));
    }
  }

  /// What is put in as the caller's words is understood together with what they say next. An
  /// instruction means nothing to a script.
  @Override
  public void noted(Role role, Transcript text) {
    if (role == Role.CALLER) {
      memory.note(text.text());
    }
  }

  @Override
  public void ended() {
    new Dialogue(turn()).drop();
  }

  private Turn turn() {
    var lexicon = grammars.lexicon(tools.catalogue());
    var now = LocalDateTime.ofInstant(clock.instant(),
        lexicon.catalogue().organisation().zone());
    return new Turn(memory, tools, wording, lexicon, now, events);
  }

  private void take(Turn turn, Input input) {
    if (!(input instanceof Input.Silent)) {
      memory.silences = 0;
    }
    switch (input) {
      case Input.Greet _ -> {
        turn.tell("greet", "org", turn.catalogue.organisation().name());
        turn.aside = true;
        if (memory.task != null) {
          turn.ask(memory.asked); // greeted again in the middle of something
        } else {
          memory.asked = Question.HOW_CAN_I_HELP;
        }
      }
      case Input.NotPutThrough _ -> new Dialogue(turn).notPutThrough();
      case Input.Told _ -> {
        turn.aside = true; // it follows a script, not instructions
        turn.ask(memory.asked);
      }
      case Input.Resumed _ -> {
        turn.tell("resumed");
        turn.aside = true;
        turn.ask(memory.asked);
      }
      case Input.Said(var text, var heard, var bargedIn) -> {
        if (bargedIn && heard.words() * 2 < new Transcript(memory.news).words()) {
          turn.tellText(memory.news); // done, but not heard: a caller must know
        }
        memory.news = "";
        if (text.isBlank()) {
          turn.aside = true;
          turn.ask(memory.asked);
        } else {
          memory.spoke = true;
          new Dialogue(turn).heard(understand(turn, memory.withNotes(text.text())));
        }
      }
      case Input.Pressed(var keys) -> new KeyPresses(turn).pressed(keys);
      case Input.Silent _ -> silent(turn);
      case Input.WaitedEnough _ -> {
        turn.tell("stillHere");
        turn.aside = true;
        turn.ask(memory.asked);
      }
      case Input.TimeIsUp _ -> {
        turn.tell("timeIsUp");
        turn.aside = true;
        turn.ask(memory.asked);
      }
    }
    if (memory.again > 2 && !turn.hangUp && turn.transfer == null) {
      if (CallingBack.asked(memory.asked)) {
        new CallingBack(turn).givenUp();
      } else {
        memory.again = 0;
        memory.asked = Question.PERSON_OR_CALL_BACK;
      }
    }
  }

  /// What a move is relative to becomes known only once its appointment is.
  private Understood understand(Turn turn, String text) {
    var said = Understanding.of(text, setting(turn, memory.discussed));
    boolean moves = said.first().intent() == Act.MOVE && memory.task == null;
    if (moves && memory.phone != null) {
      var bookings = new Changes(turn).fitting(standing(said.first()),
          turn.tools.upcoming(memory.phone));
      if (bookings.size() == 1) {
        return Understanding.of(text,
            setting(turn, turn.startOf(bookings.getFirst()).toLocalDate()));
      }
    }
    return said;
  }

  private static Task standing(Request request) {
    var task = Task.of(Task.Kind.MOVE);
    task.services = request.services();
    task.standing = request.standing();
    task.aimed = true;
    return task;
  }

  private Setting setting(Turn turn, java.time.@org.jspecify.annotations.Nullable LocalDate day) {
    String zone = turn.catalogue.organisation().zone().getId();
    boolean monthFirst = zone.startsWith("America/") || zone.startsWith("US/")
        || zone.startsWith("Pacific/Honolulu");
    boolean open = !memory.offers.isEmpty() || !memory.listed.isEmpty()
        || memory.asked.isYesOrNo();
    return new Setting(new DayContext(turn.today(), day, monthFirst), memory.asked, open,
        Math.max(memory.offers.size(), memory.listed.size()), turn.lexicon);
  }

  private void silent(Turn turn) {
    memory.silences++;
    turn.aside = true;
    if (memory.silences >= 3) {
      new Dialogue(turn).drop();
      turn.tell("silentGoodbye");
      turn.hangUp = true;
      memory.over = true;
      return;
    }
    turn.tell("stillThere");
    var task = memory.task;
    boolean when = memory.asked == Question.WHEN || memory.asked == Question.WHICH_DAY;
    if (when && task != null && task.service().isPresent()) {
      new OtherTimes(turn).soonest(task);
    } else {
      turn.ask(memory.asked);
    }
    turn.keyHelp = new KeyPresses(turn).help();
  }

  private void speak(Turn turn, Reply reply) {
    if (turn.transfer != null) {
      reply.say(turn.said());
      reply.then(new Next.Transfer(turn.transfer));
      return;
    }
    if (turn.hangUp) {
      reply.say(turn.said());
      reply.then(new Next.HangUp("assistant-ended-call"));
      return;
    }
    memory.lead = turn.said();
    if (!turn.waiting && !memory.lead.endsWith("?")) {
      turn.tellText(new Questions(turn).text());
    }
    boolean byKeys = memory.keyed && !memory.spoke;
    String help = turn.keyHelp != null ? turn.keyHelp
        : byKeys && !turn.waiting ? new KeyPresses(turn).help() : "";
    turn.tellText(help);
    reply.say(turn.said());
    reply.then(new Next.Listen(grammars.hint(turn), Questions.keys(memory.asked), turn.waiting));
  }
}
