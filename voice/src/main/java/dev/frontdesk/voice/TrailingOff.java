package dev.frontdesk.voice;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether a line ends in the middle of a sentence. English lets many of the same words end one
/// ("who is it for", "can you fit me in", "I don't think so"), so each group names its exceptions.
final class TrailingOff {
  /// Never the last word of anything, save where an exception below says so.
  private static final Set<String> OPENERS =
      Set.of(
          "a", "an", "the", "my", "your", "our", "their", "its", "every", "whose",
          "and", "or", "but", "because", "cause", "cuz", "if", "unless", "while", "although",
          "whether", "since", "until", "till", "than", "as", "plus", "nor", "except", "versus",
          "at", "of", "from", "into", "onto", "upon", "during", "between", "among", "per", "via",
          "without", "within", "towards", "toward", "regarding", "concerning", "including",
          "especially", "besides", "despite", "against", "beside", "like", "such",
          "very", "just", "only", "also", "even", "quite", "almost", "basically", "actually",
          "honestly", "technically", "um", "umm", "uhm", "uh", "er", "erm", "hmm",
          "gonna", "wanna", "gotta", "let's", "lemme", "another", "mr", "mrs", "ms",
          "dr", "he", "she", "they", "we", "i", "to", "for", "with", "about", "on", "in", "by",
          "so", "well", "is", "are", "was", "were", "am", "be", "been", "being", "the's");

  private static final Pattern CONTRACTED =
      Pattern.compile(
          "(?:i|you|he|she|it|we|they|who|what|where|when|how|there|that|here|this|name|number"
              + "|address|birthday|problem|thing|why)'(?:s|m|re|d|ll|ve)");

  /// Verbs and nouns that want something after them, when the line is a wish or a beginning.
  private static final Pattern OPEN_TAIL =
      Pattern.compile(
          "(?:^|.* )(?:"
              + "(?:i|we|you|they|he|she|i'd|we'd|i'll|i'm|to|really|just|would|also|actually"
              + "|don't|didn't|might|can|could|will|gonna|and|wanna|gotta|cannot|can't)"
              + " (?:want|wanted|need|needed|have|get|book|schedule|make|like|prefer|love|wish"
              + "|change|move|take|arrange|find|bring|set|give|put|say|guess|think|mean|hope"
              + "|suppose|believe|heard|thought|try|use|switch|tell|request|buy|add|see if"
              + "|probably|maybe|rather|really|kind|sort|live|work at|got|hoped|wonder|saw"
              + "|send|feel|keep|pick|specify|plan|intend|expect|reserve|ask|say)"
              + "|(?:i'm|i am|i was|i've been|we're|we are|we were|was|been|am|he's|she's|is)"
              + "(?: just| actually| really| also| kind of| sort of| currently| calling)*"
              + " (?:looking|trying|hoping|wondering|thinking|calling|going|having|getting|planning"
              + "|considering|supposed|wanting|needing|asking|phoning|interested|ringing|able"
              + "|allergic|available|booking|making|hearing|seeing|running|coming|free)"
              + "|(?:can|could|would|will|should|do|did|does|are|have|were|is|may|might|shall"
              + "|must|has|had) (?:you|i|we|they|he|she|it|there)"
              + "|(?:you|we|i|they|would|should|could|might|may|must|shall|will|to) "
              + "(?:be able|maybe|probably|possibly)"
              + "|(?:is|would|was) (?:it|that) (?:be )?(?:possible|okay if|alright if)"
              + "|(?:are|be|is|was|were|been) able"
              + "|(?:any|some) (?:way|chance|possibility)|(?:have|there|got|need|want) (?:any|some)"
              + "|(?:give|tell|put|get|book|let|show|send|lend|offer|sign) me"
              + "|(?:a|an|the|my|any|another|some|your|our|one|next|very|really|pretty|so)"
              + " (?:new|quick|regular|full|different|earlier|later|long|short|men's|women's"
              + "|kids'|kid's|children's|ladies'|deep|basic|simple|small|big|good|next|last|first"
              + "|second available|nice|early|other|same|free|whole|certain|specific|particular"
              + "|possible|dental|medical|annual|routine|couple|few|little|bit more|kind|sort|type"
              + "|lot of|number of|half hour|follow|two|three|four|five|twenty|thirty|old|young"
              + "|double|proper|half|quarter|root|blow|bikini|brazilian|swedish|sports)"
              + "|what (?:kind|sort|type)|how many|what other|which other"
              + "|(?:half|quarter) (?:past|after|to|till|of|before)?|area code|country code"
              + "|or maybe|and maybe|so maybe|then maybe|but maybe|and then|but then|so then"
              + "|and also|and so|so that"
              + "|even though|so basically|as well as|rather than|instead of|as long as|as soon as"
              + "|in case|in order|due to|other than|more than|less than|no later than|by the"
              + "|for example|for instance|kind of|sort of|in terms|the same as|the day of"
              + "|you know|i mean|let's see|let's say|i'd say|i would say|i think|i guess i|i feel"
              + "|next to|the one|the ones|the person|the guy|the lady|the woman|the man|the fact"
              + "|(?:on|at|for|in|by|of|from|to|with|about|after|before|until|around|is|was|and"
              + "|or) (?:this|these|those|that|next|last|his|her|some|any|each|which|what|every"
              + "|early|late|mid|exactly|approximately|roughly|maybe|probably|between|either)"
              + "|(?:make sure|so|hoping|hope|think|said|say|know|see|sure|told|heard|wondering"
              + "|wish|guess|fact|thing|things|one|ones|afraid|saying|mentioned|thought) that"
              + "|(?:this|that|the) (?:coming|following|upcoming|afternoon's|is|was|very|whole)"
              + "|this|these|those coming|upcoming|(?:^|.* )(?:this|that|it) is"
              + "|(?:named|called|spelled|titled|labeled|like|says|said)"
              + "|(?:would|could|should|might|must|shall|will|can|may|cannot) (?:not )?"
              + "(?:be|have|do|get|make|need|want|take|come and|go and)"
              + "|(?:does|did|do|has|have) (?:it|that|this|he|she|they|ana|the) (?:have|need|want)"
              + "|neither|whereas|wherever|whichever|whoever|who|whom|why|when|where|whose"
              + "|not|never|isn't|aren't|wasn't|don't|didn't|doesn't|haven't|hasn't|won't|can't"
              + "|wouldn't|couldn't|shouldn't|dot|underscore|hyphen|slash|dash|double|triple"
              + "|would|could|should|might|must|shall|can|will|may|had|has|do|does|did|have"
              + "|before|after|around|near|under|above|below|behind|past|over|through|across"
              + "|next|last|ma'am it's|approximately|roughly|exactly on|approximately at|under the"
              + "|my (?:first|last|full|middle|maiden|home|cell|work|mobile|date of)|date of"
              + "|name's|number's|first name|last name"
              + "|(?:they've|you've|we've|i've|he's|she's) got"
              + "|^(?:(?:yes|yeah|sure|okay|so|well|and|um|uh|right) )*(?:my |the )?(?:first name"
              + "|last name|name|number|e-?mail|address|phone number|e-?mail address|date of birth"
              + "|birthday|phone|extension)"
              + "|(?:can|could|would|will) (?:you|i|we) (?:please|just|also|maybe|possibly|then)"
              + "|(?:if|whether|when|that|because|unless) (?:you|it|there|ana)"
              + "|^(?:is|does|has|did|was|are|will|could) (?!do|be|it|that|work|not|fine"
              + "|okay)[a-z]+"
              + "|(?:let's|let us) (?:try|make it|say|book)|^make it"
              + "|wants|needs|requires|prefers|meant"
              + "|(?:told|gave|offered|promised|sent) (?:me|us|him|her|them)"
              + "|(?:told (?:me|us)|tell (?:them|him|her)|website|(?:calling|reason|thing|problem"
              + "|issue|point|question|idea|worry) is|read|saw|noticed|worried) that"
              + "|(?:i|we|he|she|they|you|it|that) (?:usually|normally|always|never|often|sometimes"
              + "|typically|recently|currently|mostly)"
              + "|^(?:please |just |and )*tell (?:her|him|them)"
              + "|(?:[a-z]+day|birth is|birthday is|born on) (?:the )?(?:january|february|march"
              + "|april|may|june|july|august|september|october|november|december)"
              + "|(?:address is|live at|lives at|located at) [0-9]+"
              + "|(?:adults?|kids?|child|children|men|women|haircuts?|people) and"
              + " (?:one|two|three|four)"
              + "|do you (?:accept|offer|sell|carry|provide|serve)"
              + "|(?:^|^so |^but |^well |^and )anyway|^dear"
              + "|(?:[a-z]+'s|is|are|am|was|were|i'm) (?:turning|bringing|needing|expecting|using"
              + "|visiting|suffering|starting with)"
              + "|first of all|to be (?:honest|fair)|one more thing|another thing)");

  /// Whole lines, or their ends, that are complete although the rules above would say no.
  private static final Pattern COMPLETE_TAIL =
      Pattern.compile(
          "(?:^|.* )(?:"
              + "on the dot|(?:glasses|lenses|hearing aids?|lights?|shoes|coat|mask|speaker) on"
              + "|(?:i|we|you|they) (?:think|guess|hope|believe|suppose|imagine|would say) so"
              + "|think so|hope so|guess so|say so|or so|if so|do so|even so|just so|not so"
              + "|(?:thank|thanks|see|call|help|hear|tell|told|with|for|from|about|to|and|how about"
              + "|bless|love|reach|like|meet|pay|appreciate|than|nice of|what about|email|text"
              + "|give|told|asked|heard|wish|without) you"
              + "|(?:how|where|who|how old|what day) are you|who is (?:this|that|it)"
              + "|(?:squeeze|fit|get|put|book|pencil|slot|write|fill|let|take|sign|pop|check|bring"
              + "|schedule|work|count|add) (?:me|us|him|her|it|them|you|that|my [a-z]+)"
              + " (?:in|on|down|up|by|over)|(?:squeeze|fit|pencil|slot) [a-z]+ in"
              + "|(?:come|came|coming|get|stop|drop|swing|walk|go|check|checking|check|squeeze|log"
              + "|be|fit|am|is|pop|move|call|turn|tune|drop|step|live|booked|sign) (?:in|by|over"
              + "|on over|through|around|past)"
              + "|(?:go|going|carry|move|later|early|so|moving|hold|hang|turned|log|sign) on"
              + "|^(?:oh )?come on|come on in|(?:know|think|heard|hear|aware|sure) of"
              + "|(?:earliest|latest|soonest|first|last|one|time|day|slot|appointment|number|card"
              + "|thing) (?:you|i|we|they) (?:have|had|got|want|need|gave|made|said|mentioned)"
              + "|(?:what|which|who|where|when|how|why) (?:.* )?(?:should|do|does|did|can|could"
              + "|would|will) (?:i|you|we|they|he|she|it|that|this) [a-z]+"
              + "|(?:what|all|everything|whatever) (?:.* )?(?:wants|needs|requires|prefers|meant)"
              + "|(?:what|who|where|how|which|when)(?:'s| is| was| are| were| does| do| did)? .+ "
              + "(?:for|about|with|from|to|at|like|called|on|by|in|under|until|till|near|over)"
              + "|(?:what's|who's|where's) .*(?:for|about|with|from|to|at|like|called|on|by|in)"
              + "|(?:someone|somebody|anyone|anybody|who|person|human|manager) .*"
              + "(?:talk|speak|talking|speaking) (?:to|with)|what i'm looking for"
              + "|(?:i'd|i would|we'd|i'll|you'd|they'd) love to|(?:don't|didn't|won't|wouldn't"
              + "|not|can't|couldn't|doesn't) (?:want|need|have|like|plan|mean|wish|able|going) to"
              + "|if (?:you|i|we) (?:want|need|have|like|can|could|would|do|don't mind|prefer)"
              + "(?: to)?"
              + "|(?:as|whenever|when|where|wherever|however|if|what|whatever|anything|everything"
              + "|all|that's all|else|which|soon as|much as|best) (?:you|i|we|it|they|he|she)"
              + " (?:can|could|have|want|need|like|got|prefer|would|do|did|said|say|think|is|was"
              + "|recommend|will|had|wanted|needed)"
              + "|(?:what|which|where|how|who|when|whatever|anything|everything|all|something|that)"
              + " (?:.* )?(?:you|i|we|it|they|he|she|that|this|there) (?:have|got|want|need|prefer"
              + "|like|recommend|mean|think|say|said|do|did|is|was|are|take|charge|book|make|see"
              + "|suggest|offer|use|would like|get|would|should i get)"
              + "|would you (?:like|prefer|recommend|say|suggest)"
              + "|(?:what|how|where|when|who) (?:do|can|could|should|would|will|did|does|is|was"
              + "|are|has|have) (?:you|i|we|it|they|he|she|that|this|there)(?: have| do| mean"
              + "| think| need| take| get| book| say| want| prefer| like)"
              + "|how much (?:is|are|was|does|will|would) (?:it|that|this|they|those)(?: be)?"
              + "|how (?:long|far|soon|late|early|old|big|much) (?:is|are|was) (?:it|that|this|they"
              + "|you)|how (?:long|much) (?:will|would|does|did) (?:it|that|this|they) (?:be|take)"
              + "|what time is it|(?:where|when|who|what|how) (?:is|was) (?:it|that|this|he|she)"
              + "|(?:where|what|who|how|when|which|why) (?:it|that|he|she|this|they|you|we) "
              + "(?:is|was|are|were|am)"
              + "|(?:^(?:(?:yes|yeah|no|nope|yep|sure|oh|correct|right|of course|okay"
              + "|i'm sorry|sorry|nah|thanks) )*(?:i|it|he|she|we|they|you|that|there|those"
              + "|this) (?:is|are|was|were|am|do|does|did|can|could|will|would|should|have|has|had"
              + "|might|may|may not|might not|won't|don't|can't|isn't|didn't|doesn't|wasn't"
              + "|couldn't|haven't|hasn't|wouldn't|aren't|weren't|shouldn't|do not|cannot|can not"
              + "|would not|will not|am not|is not|did not))"
              + "|so (?:do|am|can|will|did|would|have) i|neither (?:do|am|can|did|will|have) i"
              + "|(?:maybe|probably|rather|of course|hopefully|certainly|definitely|absolutely"
              + "|hope|guess|think|why|or|i'm afraid|apparently|better|sure|obviously|i'd rather"
              + "|preferably|if|believe) not|me neither|i'm not|it's not|that's not|they're not"
              + "|(?:no|but|sorry|unfortunately|honestly|really) (?:i|we|it) (?:can't|don't"
              + "|didn't|won't|couldn't|haven't|wouldn't)"
              + "|(?:i|we|he|she|they|you|it) (?:really |still |just |probably )?(?:can't|don't"
              + "|didn't|won't|doesn't|couldn't|haven't|wouldn't|isn't|aren't|wasn't|hasn't)"
              + "|as (?:well|before|possible|usual|planned|is)|very well|works well|too well"
              + "|(?:feel|feeling|doing|do|get|go|going|went|it|am|sounds) well"
              + "|(?:day|week|month|night|year|morning|one|been|hour|weekend|weeks|days"
              + "|there|ever|never|done|it|this|that|you|me|them|shortly|soon|right|even|long"
              + "|once|here|or) (?:before|after)|(?:start|come|game|all|move|hand|turn|go|that|do"
              + "|be|it|is|over and) over|the (?:day|week|month|time) (?:before|after) (?:last|next"
              + "|that|this)|at last|(?:who's|what's|who is|what is|week after|month after"
              + "|the one after|whatever's|come|i'm|are|go|do|comes|happens) next|comes last"
              + "|drive through|walk through|(?:all|turn|look|shop|somewhere|anywhere|way|else"
              + "|going|hanging|drive) around|years past|in the past"
              + "|(?:like|do|about|is|for|was|with|want|need|take|does|did|have|book|hear|see|than"
              + "|say|said|know|mean|all|get|of|make|cancel|change|move|keep|love|after|before"
              + "|over|confirm|doing|done|fix|hate|understand|what's|what is|from|on top of|who's"
              + "|to|remember|use|try|at|besides|it's|isn't|not) (?:this|that|these|those)"
              + "|that's that|(?:yes|yeah|yep|no|okay|exactly|sure|just) (?:this|that|those)"
              + "|(?:with|for|to|of|about|from|see|call|ask|book|want|like|need|prefer|than"
              + "|on|by|have|know|take|at|around|works for|behind) (?:her|him|us|them)"
              + "|(?:with|for|to|of|about|from|see|call|help|text|email|remind|than|on|by|suits"
              + "|behind|hear|excuse|pardon|like|works for|know|just) me|not any|n't have any"
              + "|(?:can|should|could|would|may|do|shall|will|am) i(?: please)?\\?"
              + "|(?:^(?:(?:yeah|yes|well|just|no) )*(?:sort|kind) of)|(?:^(?:i guess|maybe"
              + "|probably|actually yes|possibly|who|what|when|where"
              + "|why|how|which one|neither|never|not|that|this|these|those|can't|don't|won't))"
              + "|(?:[a-z]+day|noon|morning|afternoon|evening|one|two|three|four|five|six|seven"
              + "|eight|nine|ten|eleven|twelve|thirty|fifteen|[0-9a-z]*[0-9][a-z]*|yes|yeah|no|okay"
              + "|good|fine|works|tomorrow|am|pm|is|it|that|o'clock|[a-z]+ber) i (?:think|guess"
              + "|believe|suppose|mean)"
              + "|(?:don't know|no idea|not know|matter|forgot|forget|don't remember|not sure"
              + "|don't care|can't remember|not sure exactly|unsure|or)"
              + " (?:what|where|when|who|why|how|whom"
              + "|which)|(?:so|now|then|guess|say|or|sorry|see|you know) what"
              + "|(?:and|but|so|know|that's|see) why"
              + "|since when|until when|how come|that's why|but why|and why|no idea why"
              + "|(?:never|ever|if) ever|hardly ever|or never|almost never|no never"
              + "|(?:what|all|everything|whatever|anything|something) (?:you've|we've|they've"
              + "|i've) got"
              + "|(?:in|of|this|next|last|until|by|since|early|late|mid|from|before|after) may"
              + "|not in|(?:one|number|place|person) (?:i'm|i was|i am|we|you|i) .*"
              + "(?:from|with|to|at|on|for)|please do|they do|as i said|like i said"
              + "|that's what (?:i|he|she|they|you) (?:said|want|need|mean"
              + "|think|thought|say)|i said|you said|she said|he said|i'm available|i am available"
              + "|we're available|(?:i'm|we're|i am) (?:free|interested|coming|going|running late)"
              + "|(?:are you|you are|you're|is (?:he|she|ana|it|that|anyone|anything|there anything"
              + "|one|the doctor|[a-z]+)|what's|what is|who's|who is|when is|if|times|slots|dates"
              + "|[a-z]+ is|anything|it's|that's|is) (?:still |even )?(?:available|free|possible"
              + "|next|coming)|(?:as|if|soon as|early as|when|whenever) possible"
              + "|who's calling|who is calling|who am i (?:speaking|talking) (?:to|with)"
              + "|thanks for calling|returning your call|just looking|keep going|get going"
              + "|(?:good|fine|okay|great|works|nice|bad|right|sure|all|happy|better|easier|good"
              + "|hard|perfect|that|it|not)(?: enough)? to (?:go|do|know|be|hear)"
              + "|(?:used|supposed|nice|able|need|have|want|got|happy|meant|plan|going) to\\?"
              + "|of (?:mine|ours|yours)|that'll do|will do|that would do|that'd do|what to do"
              + "|(?:should|could|would|can|do|to|shall|did|must) i do|nothing to do|to do"
              + "|(?:what|something|anything|nothing|else|the best|all) (?:i|we|you) can (?:do|get)"
              + "|(?:that|it|this|which|either|one|time|whatever|morning|afternoon|evening|noon"
              + "|am|pm|three|four|two|one|ten|[a-z]+day|[a-z]+) (?:will|would|could|might|can"
              + "|should) (?:work|do|be (?:fine|good|great|perfect|okay|ok|lovely|ideal|best))"
              + "|have a good one|the (?:first|second|third|last|next|other|same|earlier|later"
              + "|early|late|new|old|cheaper|longer|shorter|latter|former|small|big|regular)"
              + " one|this one|that one|which one|the one|any one|either one|another one|no one"
              + "|one or the other|the other|each other|one another|(?:^|no |all |just )the same"
              + "|the first|the second|the third|the last|(?:^|.* )and a half"
              + "|(?:the|that|for|in|my|a) quick one|later than that|earlier than that"
              + "|too much|so much|very much|that much|how much|that little|a little|a bit"
              + "|how does that (?:work|sound)"
              + "|(?:i|we|they|he|she) (?:already|still|just) (?:have|did|do|am)"
              + "|(?:whatever|anything|something|sounds|looks|feels|seems|what's it)"
              + " (?:you'd |you )?like|if you'd like|as you like|(?:what|how|something) like that"
              + "|you're welcome|(?:^)(?:not really|really|almost|exactly|just me|not very))");

  private static final Pattern BAD_ENDING_FOR_COMPLETE =
      Pattern.compile(
          ".*\\b(?:what|how|where|when|who|which)\\b.* (?:do|does|did|can|could|have|is there"
              + "|are there|i need|anything|something|appointment|booking) (?:.* )?"
              + "(?:for|on|in|at|with|about|of|by|under|until|till|over|to|from)");

  /// Open whatever comes before.
  private static final Pattern HARD_TAIL =
      Pattern.compile(
          "(?:^|.* )(?:(?:kind|sort|type|number|lot|lots|couple|bunch|end|beginning|start|week"
              + "|month|day|middle|instead|because|one|some|all|most|any|both|none|each) of"
              + "|(?:can|could) (?:you|we) make it|what about|how about|when's the next"
              + "|(?:is|was) it possible|would it be possible"
              + "|^(?:she|he|it|they|i|we) (?:was|were)|^(?:no|sorry|well) that was"
              + "|^(?:(?:and|so|but|well|um|yeah) )?(?:my|the|our|your|his|her) [a-z]+'s"
              + "|(?:whoever|whatever|whichever)'s|^(?:(?:no|yes|maybe|and) )*the other"
              + "|(?:take|have|book|want|with|like) whatever"
              + "|(?:with|see|for|is|was|by|from|about) (?:doctor|mister|miss|professor)"
              + "|^(?:your|the|my) [a-z]+ (?:promised|suggested|recommended)"
              + "|(?:that's|is|was|it's) what|(?:it's|is|was|be|that's) a (?:bit|little)"
              + "|(?:there's|there is|there was|have|got) no|right (?:after|before)"
              + "|wondering if (?:i|you|we) (?:can|could|have|do|would)|^ideally|^preferably"
              + "|(?:not|it's|is|isn't|that's) too"
              + "|(?:man|woman|guy|lady|girl|someone|somebody|something|anything) (?:that|who"
              + "|like))");

  private static final Pattern HARD_TAIL_DONE =
      Pattern.compile("(?:(?:yeah|yes|well|just|no) )*(?:sort|kind) of");

  private static final Pattern HARD_BUT_DONE =
      Pattern.compile(".*(?:why|what) because|grade a|vitamin a|plan a");

  private static final Pattern CONTRACTED_BUT_DONE =
      Pattern.compile(
          "(?:.* )?(?:that's|here's) (?:what|who|where|how) (?:he|she|it)'s");

  private static final Pattern CONCLUDED =
      Pattern.compile(
          ".*\\b(?:then|please|can i|can you|could|would|i'll|we'll|i'd|let|just|that's fine"
              + "|possible|okay|ok|fine|alright|available|works|take|call|mind|want|like|it's"
              + "|do you|is there|are you|should|will|that'd|book|cancel|put|give|move)\\b.*");

  private static final Pattern BETWEEN =
      Pattern.compile("(?:.* )?between (?!(?:.* )?and )[a-z0-9 ]+");

  private static final Pattern BETWEEN_SHORT =
      Pattern.compile(".*between \\S+(?: \\S+){0,2}");

  private static final Pattern BETWEEN_DONE =
      Pattern.compile(
          ".*in between|.*between (?:jobs|meetings|appointments|things|us|them|those|these"
              + "|classes|calls|shifts|the two|holidays|\\w+s)");

  private static final Pattern EITHER =
      Pattern.compile(
          "(?:.* )?(?:either|not only) (?!(?:.* )?(?:or|one|is|works|way|but|of)\\b)"
              + "[a-z0-9]+day");

  private static final Pattern HALF =
      Pattern.compile(".*\\bhalf(?: past)?");

  private static final Pattern HALF_DONE =
      Pattern.compile(".*(?:and a|in|first|second) half");

  private static final Pattern CLOCK =
      Pattern.compile(".*\\b(?:quarter|\\d+|five|ten|twenty) (?:past|to|till)");

  private static final Set<String> HARD =
      Set.of("a", "an", "the", "my", "your", "our", "and", "or", "but", "because", "um", "uh");

  private static final int TAIL_WORDS = 6;

  private TrailingOff() {}

  static boolean in(LineEnd end) {
    var text = end.text();
    var last = end.last(0);
    if (HARD.contains(last) && !HARD_BUT_DONE.matcher(text).matches()) {
      return true;
    }
    if (CONTRACTED.matcher(last).matches()) {
      return !CONTRACTED_BUT_DONE.matcher(text).matches();
    }
    if (isConditionOnly(end, text) || isHalfPair(text)) {
      return true;
    }
    if (HARD_TAIL.matcher(end.tail(TAIL_WORDS)).matches()
        && !HARD_TAIL_DONE.matcher(text).matches()
        && !end.asksByMark()) {
      return true;
    }
    boolean open = OPENERS.contains(last) || OPEN_TAIL.matcher(end.tail(TAIL_WORDS)).matches();
    if (!open) {
      return false;
    }
    boolean complete = COMPLETE_TAIL.matcher(text).matches();
    boolean asksOn = BAD_ENDING_FOR_COMPLETE.matcher(text).matches() && !end.asksByMark();
    return !complete || asksOn;
  }

  /// Whether a clause stops at a word that no request for a pause stops at.
  static boolean endsOpen(String clause) {
    return HARD.contains(clause.substring(clause.lastIndexOf(' ') + 1));
  }

  /// "If Ana isn't there": what then?
  private static boolean isConditionOnly(LineEnd end, String text) {
    var start = end.words().stream().dropWhile(w -> LEADS.contains(w)).findFirst().orElse("");
    return start.equals("if")
        && !end.asksByMark()
        && !CONCLUDED.matcher(text).matches();
  }

  private static final List<String> LEADS =
      List.of("um", "uh", "well", "so", "okay", "yeah", "and", "but", "yes", "no", "oh");

  /// "Between two": and what? "Either Monday": or when?
  private static boolean isHalfPair(String text) {
    return BETWEEN.matcher(text).matches()
            && BETWEEN_SHORT.matcher(text).matches()
            && !BETWEEN_DONE.matcher(text).matches()
        || EITHER.matcher(text).matches()
        || HALF.matcher(text).matches() && !HALF_DONE.matcher(text).matches()
        || CLOCK.matcher(text).matches();
  }
}
