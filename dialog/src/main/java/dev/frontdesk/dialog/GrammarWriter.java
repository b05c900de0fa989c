package dev.frontdesk.dialog;

import dev.frontdesk.booking.Catalogue;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Writes the JSGF grammar of what a caller may say, from the catalogue and the question that was
/// asked; for recognisers that hear only what a grammar allows. A narrow question gets a narrow
/// grammar: the fewer words, the better they are heard.
///
/// @see <a href="https://www.w3.org/TR/jsgf/">JSpeech Grammar Format</a>
final class GrammarWriter {
  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("im", "i'm"), Map.entry("id", "i'd"), Map.entry("ill", "i'll"),
          Map.entry("its", "it's"), Map.entry("thats", "that's"), Map.entry("dont", "don't"),
          Map.entry("cant", "can't"), Map.entry("wont", "won't"), Map.entry("whats", "what's"),
          Map.entry("doesnt", "doesn't"), Map.entry("isnt", "isn't"), Map.entry("ive", "i've"),
          Map.entry("theres", "there's"), Map.entry("lets", "let's"), Map.entry("whos", "who's"),
          Map.entry("didnt", "didn't"), Map.entry("thatll", "that'll"),
          Map.entry("wheres", "where's"), Map.entry("whens", "when's"),
          Map.entry("couldnt", "couldn't"), Map.entry("thatd", "that'd"),
          Map.entry("youre", "you're"), Map.entry("names", "name's"));
  /// Not in the usual American pronouncing dictionary; one such word spoils a grammar.
  private static final Set<String> UNKNOWN =
      Set.of("secs", "hiya", "waitlist", "whoevers", "anjali", "arun", "camila", "priya", "yusuf");
  private static final String DAYS =
      """
      <weekday> = %s;
      <month> = %s;
      <ordinal> = %s;
      <day> = [on] [this | next] <weekday> [next week]
        | [on] [<weekday>] the <ordinal> [of <month>] | [on] [<weekday>] <month> [the] <ordinal>
        | today | tomorrow | the day after tomorrow | the next day | yesterday
        | next week | this week | the week after | a week from <weekday> | in a week
        | in two weeks | this weekend | any day | the same day | a week later;
      """;
  private static final String TIMES =
      """
      <hour> = one | two | three | four | five | six | seven | eight | nine | ten | eleven | twelve;
      <minute> = oh five | five | ten | fifteen | twenty [five] | thirty [five] | forty [five]
        | fifty [five];
      <clock> = <hour> [<minute>] | <hour> o'clock | half past <hour>
        | [a] quarter ( to | past | of | after ) <hour>
        | ( five | ten | twenty ) ( to | past ) <hour> | noon | midday;
      <half> = a m | p m | in the ( morning | afternoon | evening ) | at night;
      <time> = [at | around | about] <clock> [<half>]
        | ( after | before | any time after | between <clock> and ) <clock> [<half>]
        | [in the] ( morning | afternoon | evening )
        | as soon as possible | the earliest | first thing | any time
        | [the] same time | ( an hour | half an hour ) ( later | earlier ) | after ( lunch | work );
      """;
  private static final String LETTERS =
      """
      <letter> = a | b | c | d | e | f | g | h | i | j | k | l | m | n | o | p | q | r | s | t | u
        | v | w | x | y | z | double <single>;
      <single> = a | b | c | d | e | f | g | l | m | n | o | p | r | s | t | z;
      """;
  private static final String DIGITS =
      """
      <digit> = zero | oh | one | two | three | four | five | six | seven | eight | nine
        | double <one> | triple <one>;
      <one> = zero | oh | one | two | three | four | five | six | seven | eight | nine;
      """;
  private static final String CHOICES =
      """
      <choice> = [i'll take | yes] [the] ( first | second | third | last | next | later | earlier )
          [one] [please]
        | [then] the next one after that | number ( one | two | three ) | either | any of those;
      """;
  private static final String REQUESTS =
      """
      <lead> = i'd like | i would like | i want | i need | can i get | could i get | can i have
        | could i have | i'd like to book | i'd like to make | i'd like to schedule | can i book
        | can you book me | book me | get me | i want to book | i need to book;
      <when> = <day> [<time>] | <time> [<day>];
      <length> = [for] [the next] <few>
          ( weeks | months | times | appointments | lessons | sessions )
        | until <day> | <few>;
      <few> = two | three | four | five | six | seven | eight | nine | ten | twelve;
      <series> = every [other] <weekday> [and <weekday>] | every week | every two weeks | weekly;
      <for> = for <first> [<last>] | my name is <first> [<last>] | it's for <first> [<last>];
      <book> = [<lead>] [a | an | the | another] ( <service> | appointment [for [a] <service>] )
          [<who>] [<when>] [<series> [at <clock> [<half>]] [<length>]] [<who>] [<for>];
      <asked> = [can you | could you | i need to | i want to | i'd like to | please];
      <change> = <asked> ( move | reschedule | change ) my ( <service> | appointment | booking )
          [on <day>] [to <when>] [instead];
      <cancel> = <asked> cancel my ( <service> | appointment | booking ) [on <day>] [at <clock>];
      <wish> = ( <book> | <change> | <cancel> ) [and <book>];
      <amend> = [no | yes | actually | sorry | then] [wait | but | sorry | actually]
          [make it | i mean | i meant | how about | what about | can we do | move it to | not]
          ( <when> [instead | please | works | is fine] | <who> | anyone | [a] <service> );
      <rename> = [no] ( it's | my name is | the name is ) <first> [<last>] [<letter>+];
      """;
  private static final List<String> YES =
      List.of("yes", "yes please", "yeah", "yep", "sure", "correct", "that's right",
          "that's correct",
          "sounds good", "that works", "go ahead", "perfect", "great", "okay", "that's fine",
          "please do", "book it", "yes that's right", "yes go ahead", "right");
  private static final List<String> NO =
      List.of("no", "nope", "no thanks", "no thank you", "that's wrong", "that's not right",
          "not really", "neither", "none of those", "something else", "never mind");
  private static final List<String> ASIDE =
      List.of("could you say that again", "say that again", "can you repeat that", "pardon",
          "hold on", "one moment", "just a moment", "let me check", "i don't know",
          "i'd like to speak to a person", "can i talk to someone", "call me back");
  private static final List<String> END =
      List.of("that's all", "that's it", "nothing else", "no that's all", "no thanks bye", "bye",
          "goodbye", "thank you", "thanks", "no thanks", "thank you bye", "no that's everything");

  private GrammarWriter() {}

  static String write(Lexicon lexicon, Question asked) {
    var catalogue = lexicon.catalogue();
    var out = new StringBuilder("#JSGF V1.0;\ngrammar frontdesk;\n");
    out.append("public <said> = ").append(turn(asked)).append(" [<thanks>];\n");
    rule(out, "filler", List.of("hi", "hello"));
    rule(out, "thanks", List.of("please", "thanks", "thank you"));
    rule(out, "yes", YES);
    rule(out, "no", NO);
    rule(out, "aside", ASIDE);
    rule(out, "end", END);
    rule(out, "question", questions(catalogue));
    rule(out, "service", services(catalogue));
    rule(out, "who", who(catalogue));
    out.append(DAYS.formatted(weekdays(), months(), ordinals())).append(TIMES).append(LETTERS)
        .append(DIGITS).append(CHOICES).append(REQUESTS);
    rule(out, "first", NameList.FIRST);
    rule(out, "last", NameList.LAST);
    out.append("<name> = [yes | sure] [my name is | my name's | this is | it's | i'm]")
        .append(" ( <first> [<last>] | [<first>] <letter> <letter>+ );\n");
    out.append("<phone> = [it's | my number is | sure] <digit> <digit>+ | this number | my number")
        .append(" | the number i'm calling from | the same number;\n");
    return out.toString();
  }

  private static String turn(Question asked) {
    return "( " + switch (asked) {
      case HOW_CAN_I_HELP -> "[<filler>] <wish> | <question> | <aside> | <end>";
      case ANYTHING_ELSE -> "<wish> | <question> | <aside> | <end> | <no> | <yes> | <amend>";
      case NAME -> "<name> | <aside>";
      case PHONE, CALL_BACK_PHONE -> "<phone> | <aside>";
      case CONFIRM_CALL_BACK -> "<yes> | <no> | <phone> | <aside>";
      case HOW_MANY -> "<length> | <aside>";
      case CONFIRM_BOOKING, CONFIRM_MOVE, CONFIRM_CANCEL, WAIT_FOR_SLOT, WHAT_TO_CHANGE,
          LEAVE_OUT -> "<yes> | <no> | <amend> | <rename> | <aside>";
      case PICK_SLOT, WHAT_TIME, WHICH_APPOINTMENT ->
          "<choice> | <amend> | <yes> | <no> | <aside>";
      case WHICH_SERVICE -> "<book> | <question> | <aside>";
      case WHEN, WHICH_DAY -> "<amend> | <question> | <aside>";
      case PERSON_OR_CALL_BACK -> "<yes> | <no> | <aside> | a person | <amend>";
    } + " )";
  }

  private static List<String> questions(Catalogue catalogue) {
    var questions = new ArrayList<>(List.of("what are your hours", "what time do you close",
        "when are you open", "are you open on <day>", "how much is it", "how much is [a] <service>",
        "what does [a] <service> cost", "how long does it take", "where are you",
        "what's your address", "what services do you have", "what do you offer"));
    catalogue.organisation().facts().keySet().stream().map(key -> plain(Lexicon.split(key)))
        .forEach(key -> {
          questions.add("what about " + key);
          questions.add("is there " + key);
          questions.add("do you have " + key);
        });
    return questions;
  }

  private static List<String> services(Catalogue catalogue) {
    return catalogue.services().stream()
        .flatMap(service -> Stream.concat(Stream.of(service.name()), service.aliases().stream()))
        .map(GrammarWriter::plain).toList();
  }

  private static List<String> who(Catalogue catalogue) {
    var who = new ArrayList<String>();
    catalogue.resources().forEach(resource -> who.add("with " + plain(resource.name())));
    who.addAll(List.of("with anyone", "with anybody"));
    return who;
  }

  private static String weekdays() {
    return String.join(" | ", Arrays.stream(DayOfWeek.values())
        .map(day -> plain(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))).toList());
  }

  private static String months() {
    return String.join(" | ", Arrays.stream(Month.values())
        .map(month -> plain(month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))).toList());
  }

  private static String ordinals() {
    return String.join(" | ", Numbers.ordinalsInWords());
  }

  private static void rule(StringBuilder out, String name, List<String> alternatives) {
    var spelled = alternatives.stream().filter(one -> !one.isBlank())
        .filter(one -> Arrays.stream(one.split(" ")).noneMatch(UNKNOWN::contains))
        .map(GrammarWriter::apostrophes).distinct().toList();
    out.append('<').append(name).append("> = ")
        .append(spelled.isEmpty() ? "<NULL>" : String.join(" | ", spelled)).append(";\n");
  }

  private static String apostrophes(String phrase) {
    var words = new ArrayList<String>();
    for (String word : phrase.split(" ")) {
      words.add(SHORT.getOrDefault(word, word));
    }
    return String.join(" ", words);
  }

  /// Letters and single spaces only; digits as words.
  private static String plain(String text) {
    var words = new ArrayList<String>();
    var cut = Words.of(text.replace('&', ' '));
    for (int i = 0; i < cut.size(); i++) {
      var number = Numbers.at(cut, i);
      String word = number == null ? cut.at(i).replaceAll("[^a-z]", "")
          : Numbers.inWords(number.what()).replace('-', ' ');
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return String.join(" ", words);
  }
}
