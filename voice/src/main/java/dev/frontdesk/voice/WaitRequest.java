package dev.frontdesk.voice;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// "Hold on a second", "let me check my calendar": the caller asks for silence.
///
/// A request that is followed by something to answer ("hold on, I meant Thursday") is none; one
/// that is followed by a reason ("hold on, someone's at the door") is.
final class WaitRequest {
  private static final String A_WHILE =
      "(?:(?:just |only |like |maybe |about |for )*(?:a|an|one|two|1|2|five|half a|another"
          + "|a couple(?: of)?|couple(?: of)?|a few|few)"
          + " (?:quick |more |little |brief |short |tiny |hot )*"
          + "(?:sec|secs|second|seconds|moment|moments|minute|minutes|min|mins|bit|tick|while))";

  private static final String MY_THING =
      "(?:my|the|his|her|our) (?:[a-z']+ )?(?:calendar|schedule|diary|planner|agenda|phone|notes?"
          + "|e-?mails?|inbox|card|wallet|purse|bag|glasses|insurance|paperwork|papers?|pen|pencil"
          + "|book|computer|laptop|keys|files?|folder|policy|id|license|wife|husband|partner|boss"
          + "|mom|mum|mother|dad|father|son|daughter|roommate|manager|assistant|secretary|kids?"
          + "|website|app|letter|bill|statement|records?|referral|prescription|door|car)";

  private static final String ASK =
      "(?:(?:can|could|would|will|do|if|are) (?:you|i|we) (?:able to |mind |please |just "
          + "|possibly |maybe )*)?";

  /// Whole clauses that ask us to wait.
  private static final Pattern CLAUSE =
      Pattern.compile(
          ASK + "(?:please |just |now |okay |hey |everybody |so )*(?:"
              + "(?:hold|hang|holding|hanging) on(?: there| please| now| guys)*(?: for)?"
              + "(?: " + A_WHILE + "| (?:sec|second|minute))?"
              + "|hold that thought|(?:i'll be )?(?:right )?with you in " + A_WHILE
              + "|i'll be right with you|i'm thinking"
              + "|(?:(?:can|may|could|let|i'm going to|i'll|i need to|i'm gonna) (?:i "
              + "|me )?(?:just )?)?"
              + "put you on (?:hold|mute|speaker)(?: for " + A_WHILE + ")?"
              + "|hang tight|hold tight|hold up|sit tight|hold it|hold please"
              + "|hold|holding(?: on)?|hold the (?:line|phone)|hold for " + A_WHILE
              + "|hold " + A_WHILE
              + "|wait(?: wait)*|wait(?:ing)? up|wait(?:ing)?(?: for)? " + A_WHILE
              + "|waiting|wait for me|wait there|wait right there"
              + "|" + A_WHILE
              + "|(?:excuse|pardon) me(?: for)? " + A_WHILE
              + "|(?:give|gimme|lend|allow|grant)(?: me| us)?(?: just| like)? (?:"
              + A_WHILE + "|(?:some|a little|a bit of|more|a bit more) time)"
              + "(?: to (?:think|check|look|find|decide|see|get|grab|ask|talk).*)?"
              + "|(?:(?:i|we|i'll|i will|i'd|i would|i just|i really|i think i|i'm gonna"
              + "|i might) )?"
              + "(?:have|get|take|need|like|want|use) (?:just |like )?"
              + A_WHILE + "(?: to (?:think|check|look|find|decide|see|get|grab|ask|talk).*)?"
              + "|bear with me.*|bear with us.*"
              + "|(?:be )?right back(?: in " + A_WHILE + ")?|brb"
              + "|stand by|stay (?:on the (?:line|phone)|right there|with me)"
              + "|(?:please )?(?:don't|do not) (?:hang up|go anywhere|go away|leave)(?: yet)?"
              + "|(?:be|keep|stay) (?:quiet|silent)(?: for " + A_WHILE + ")?"
              + "|(?:stop|quit) talking(?: for " + A_WHILE + ")?"
              + "|(?:don't|do not) (?:say|talk|speak)(?: anything| a word| yet| now)*"
              + "(?: for " + A_WHILE + ")?"
              + "|quiet|shush|shh+|hush|silence|pause|pause for " + A_WHILE
              + "|let me (?:finish|talk|speak)"
              + ")");

  /// Clauses by which the caller turns to something else for a while.
  private static final Pattern BUSY =
      Pattern.compile(
          "(?:(?:can|could|may) you )?(?:"
              + "(?:i'm |i am |i'll |i will |i'd |i would |i |we |we'll )?"
              + "(?:just |still |gonna |going to |need to |needs to |have to |got to |gotta |to "
              + "|better |should |might |quickly |quick |real |really |first |only |can |'ll "
              + "|let me |let's |lemme |want to |while i |while we |until i |till i |go |and )+"
              + "(?:check|double check|double-check|see|look|think|find|grab|ask|verify|pull|open"
              + "|consult|figure|search|remember|dig|fetch|get|take a (?:look|peek)|write|jot|read"
              + "|talk|speak|step|move|turn|log|scroll|switch|walk|park|call up|confirm with|run"
              + "|put (?:you|my|the)|note|recall|count|bring|load|start up|boot|pick up|answer"
              + "|close|shut|sit)(?: .*)?"
              + "|(?:i'm |i am )?(?:just |still )+(?:looking|checking|thinking|searching|getting"
              + "|writing|opening|loading|pulling|finding|grabbing|logging|trying to find"
              + "|trying to remember)(?: .*)?"
              + "|(?:i'm |i am )(?:looking (?:at|through|up|for)|checking|grabbing|getting|opening"
              + "|pulling up|finding|searching) (?:it|that|" + MY_THING + ")(?: .*)?"
              + "|(?:i )?(?:need to|have to|gotta|got to|should|must|'ll have to) "
              + "(?:check|ask|look at|find|get|grab|consult|talk to|check with) (?:something|"
              + MY_THING + ")(?: .*)?"
              + "|(?:i'm |it's )?(?:almost|nearly) (?:got it|there|done|found it)(?: .*)?"
              + "|i (?:just )?(?:dropped|lost|spilled|forgot) (?:my|the) .*"
              + "|i'm (?:driving|walking|parking|in the car|on the other line|at work)(?: .*)?"
              + "|i (?:have|'ve got|got) (?:another|someone|somebody)(?: .*)?"
              + "|(?:someone|somebody|the (?:dog|baby|kid|door|doorbell|phone|other line)"
              + "|my (?:dog|baby|kids?|son|daughter|wife|husband|boss|phone|other line"
              + "|computer|calendar))(?:'s| is| are| has| just| keeps).*"
              + "|there's (?:someone|somebody|a (?:truck|noise|person)) (?:at|on|here|in|by"
              + "|outside).*"
              + "|(?:this|it)(?: will|'ll| might| may)(?: just| only)* (?:take|be)(?: me)? "
              + A_WHILE
              + "|(?:i'll|i will|i'm going to|gonna)(?: just| only)* be(?: back)?(?: in| just)? "
              + A_WHILE
              + "|(?:i'll|i will|i'm gonna|i'm going to) be right back.*"
              + "|what(?:'s| is) (?:the|my) (?:calendar|schedule) (?:say|look like).*"
              + ")");

  /// Something that wants an answer after all.
  private static final Pattern CONTENT =
      Pattern.compile(
          "(?:^|.* )(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today"
              + "|tonight|january|february|march|april|june|july|august|september|october"
              + "|november|december|[0-9]+(?:st|nd|rd|th|am|pm)?|o'clock|noon|pm|am|appointment"
              + "|haircut|instead|call you|call back|back to you|get back|ask you|let you know"
              + "|tell you|works for me|get an?|find an?|have an?|see an?|see the|make an?"
              + "|check in|check out|check up|check-up|check on|check into"
              + "|you have|do you|can you|could you|are you|is there)(?: .*|$)");

  /// "Let me check" and "I have to ask my wife" ask for a moment even beside a date.
  private static final Pattern SELF_TALK =
      Pattern.compile(
          "(?:(?:just|so|and|well|okay|i'll|now) )*(?:let me|lemme|let's)"
              + " (?:(?:just|quickly|first|go|real quick|double|go and) ?)*"
              + " ?(?:check|double-check|see (?:if|whether|what|when|where|which|how|here)|look"
              + "|ask (?:my|him|her|them|the|around|someone|if)|think(?: about (?:it|that))?"
              + "|verify|consult|grab|pull|open|find (?:my|it|that|out|the|a pen|a quiet|some"
              + "|something)|go (?:somewhere|outside|inside)"
              + "|get (?:my|a pen|out|the)|confirm with|talk to|write|figure|search|remember"
              + "|take a (?:\\w+ )?(?:look|peek))(?: .*)?"
              + "|(?:i'll|i) (?:need to|have to|gotta|got to|should|must|better|'d better)"
              + " (?:go |just )*(?:check|ask|look at|talk to|check with|consult) (?:with )?"
              + MY_THING + "(?: .*)?");

  private static final Pattern GOES_AWAY =
      Pattern.compile(".*(?:call (?:you )?back|get back to you|call again|you back).*");

  /// "Let me see Tuesday works": seen already.
  private static final Pattern SEEN =
      Pattern.compile(
          "(?:let me|lemme|let's) \\w+ "
              + "(?!(?:.* )?(?:if|whether|what|when|where|which|how) )(?:.* )?"
              + "(?:yes|yeah|okay|ok|actually|i'll take|how about|can i|can you|could you|do you"
              + "|are you|i can|it's|that's)(?: .*|$)");

  private static final Pattern LEAD =
      Pattern.compile(
          "^(?:(?:um|umm|uh|uhh|er|erm|hmm|hm|ah|oh|okay|ok|so|well|yeah|yes|yep|no|sure|right"
              + "|alright|all right|sorry|i'm sorry|actually|hey|hi|hello|please|great|good|cool"
              + "|fine|sounds good|perfect|thanks|thank you|oops|wow|gosh|god|shoot|and|but|like"
              + "|now|not yet|you know what|you know|of course|excuse me) )+");

  private static final Pattern TRAIL =
      Pattern.compile(
          "(?: (?:please|okay|ok|thanks|thank you|sorry|um|uh|er|hmm|real quick|really quick"
              + "|quickly|for me|will you|would you|alright|all right|if you (?:don't mind|can"
              + "|could|would)|if that's (?:okay|ok|alright|fine|all right)|if it's okay|i'm sorry"
              + "|here|now|then|right there|guys|sir|ma'am|yeah|would ya|sweetie|honey))+$");

  private static final int LONGEST_REQUEST = 8;

  /// Nothing asks us to wait without one of these.
  private static final Set<String> HINTS =
      Set.of(
          "hold", "holding", "hang", "hanging", "wait", "waiting", "sec", "secs", "second",
          "seconds", "moment", "moments", "minute", "minutes", "min", "mins", "bit", "tick",
          "while", "bear", "back", "brb", "stand", "stay", "sit", "pause", "quiet", "silent",
          "silence", "shush", "shh", "hush", "talking", "talk", "speak", "say", "let", "lemme",
          "let's", "check", "checking", "look", "looking", "find", "ask", "think", "thinking",
          "grab", "time", "finish", "leave", "anywhere", "away", "someone", "someone's",
          "somebody", "somebody's", "up", "searching", "still", "driving", "there's", "get",
          "loading", "barking",
          "ringing", "crying", "go", "need", "almost", "nearly", "pulling", "put");

  private static final Pattern BREAKS = Pattern.compile("[.,;!?…—–]+(?:\\s+|$)");
  private static final Pattern SELF_TURNED =
      Pattern.compile(
          "(?:let me|lemme|while|until|till|someone|somebody|the |my |there's|it'll|this|it "
              + "|i'll|i will|i'm|i am|still|just|i (?:have|'ve got|got|need|gotta)"
              + "|i just (?:have|need|got) to).*");
  private static final Pattern ENDS_ASKING =
      Pattern.compile(
          ".* (?:hold on|hang on|bear with me|be right back|just " + A_WHILE
              + "|give me " + A_WHILE + "|hold on " + A_WHILE + "|hang on " + A_WHILE
              + "|wait a (?:second|minute|moment|sec)|one (?:sec|second|moment)|let me"
              + " (?:just )?(?:check|think|look|double check|see))");
  private static final Pattern ENDS_TELLING =
      Pattern.compile(
          ".*(?:to|how|what|when|who|not|don't|would|in|for|about) "
              + "(?:hold on|hang on|just .*|one .*)");

  private WaitRequest() {}

  static boolean in(List<String> words, String line) {
    if (words.stream().noneMatch(HINTS::contains)) {
      return false;
    }
    if (line.strip().endsWith("?") && startsLikeQuestion(words)) {
      return asks(clean(String.join(" ", words)));
    }
    var clauses = clauses(line);
    var last = clean(clauses.getLast());
    if (last.isEmpty() && clauses.size() > 1) {
      last = clean(clauses.get(clauses.size() - 2));
    }
    return asks(last) || asks(clean(String.join(" ", words))) || asksAtEnd(last);
  }

  /// Commas are too many and too few to be trusted; full stops and dashes are clauses.
  private static List<String> clauses(String line) {
    return BREAKS
        .splitAsStream(line)
        .map(Wording::words)
        .map(words -> String.join(" ", words))
        .filter(clause -> !clause.isBlank())
        .toList();
  }

  private static boolean startsLikeQuestion(List<String> words) {
    return List.of("what", "how", "when", "where", "who", "which", "why", "is", "are", "do")
        .contains(words.getFirst());
  }

  private static boolean asks(String clause) {
    if (clause.isEmpty() || TrailingOff.endsOpen(clause)) {
      return false;
    }
    if (CLAUSE.matcher(clause).matches()) {
      return true;
    }
    if (SELF_TALK.matcher(clause).matches()) {
      return !GOES_AWAY.matcher(clause).matches() && !SEEN.matcher(clause).matches();
    }
    if (BUSY.matcher(clause).matches() && !CONTENT.matcher(clause).matches()) {
      return !GOES_AWAY.matcher(clause).matches() && isSelfTurned(clause);
    }
    var after = afterRequest(clause);
    return !after.isEmpty() && asks(clean(after));
  }

  /// "I'd like to look at…" is a wish, "let me look" a pause.
  private static boolean isSelfTurned(String clause) {
    return SELF_TURNED.matcher(clause).matches();
  }

  /// What follows "hold on" or the like at the start of a clause; empty when there is no such.
  private static String afterRequest(String clause) {
    var parts = clause.split(" ");
    for (int n = Math.min(parts.length - 1, LONGEST_REQUEST); n > 0; n--) {
      var head = String.join(" ", List.of(parts).subList(0, n));
      if (CLAUSE.matcher(clean(head)).matches()) {
        return String.join(" ", List.of(parts).subList(n, parts.length));
      }
    }
    return "";
  }

  /// "Tuesday I think hold on": the request comes last, without a comma before it.
  private static boolean asksAtEnd(String clause) {
    return ENDS_ASKING.matcher(clause).matches() && !ENDS_TELLING.matcher(clause).matches();
  }

  private static String clean(String clause) {
    var text = clause + " ";
    text = LEAD.matcher(text).replaceFirst("");
    return TRAIL.matcher(text.strip()).replaceFirst("").strip();
  }
}
