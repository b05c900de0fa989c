package dev.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.voice.spi.AskedDetail;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnEndTextTest {
  @Test
  void answers_requests_and_goodbyes_are_finished() {
    assertAll(
        TurnEndText.FINISHED,
        """
        yes
        Yes.
        no
        Yeah, that works.
        sure
        okay
        Tuesday
        Tuesday at three.
        three thirty
        at half past two
        a haircut
        a haircut please
        I'd like a haircut.
        I'd like to book a haircut for Tuesday at three
        can you move my haircut to Wednesday at ten
        Do you have anything on Friday?
        What time do you open?
        how much is it
        How much is a colour
        where are you
        who is it with
        what's it for
        what are you calling about
        who am I speaking to
        is there someone I can talk to
        can you fit me in
        could you squeeze me in
        I'll drop by
        Dana Whitfield
        It's Dana Whitfield
        my name is Dana Whitfield
        It's for my daughter
        for her
        with Ana
        with him please
        I don't think so
        I think so
        I hope so
        not really
        maybe
        probably not
        I don't know
        I'm not sure
        thank you
        Thanks, bye.
        No thanks, that's all.
        that's all I need
        that's everything
        see you then
        okay then
        the fifteenth
        June fifteenth
        the second
        tomorrow
        tomorrow morning
        any time after five
        as soon as possible
        whenever you can
        whatever you have
        what do you have
        what else do you have
        what would you recommend
        I want to cancel
        I need to reschedule
        I can't make it
        I can't
        no I can't
        I don't want to
        yes I am
        yes it is
        no I didn't
        I do
        it is
        yes please
        the first one
        the other one
        this one
        can you do that
        how about Thursday
        what about four o'clock
        is that okay
        is Ana available
        are you open on Sundays
        hello
        Hi there
        good morning
        hello, is anyone there
        can you repeat that
        what did you say
        say that again please
        I didn't catch that
        sorry?
        what?
        I've been there before
        the day after
        the week after next
        two and a half
        as well
        me too
        can I speak to a person
        I'd rather not
        I'd love to
        let me know
        let me know if that works
        let me think about it and call you back
        let me see Tuesday works
        Hold on, I meant Thursday.
        wait no Thursday
        wait, actually make it four
        hold that slot for me
        can you hold the appointment for me
        how long is the wait
        I can wait
        I'll wait
        I can't wait
        put me on the waitlist
        I'll be there in a minute
        I called just a minute ago
        my appointment is in a minute
        it takes one minute
        let me get a haircut on Tuesday
        I need to check on my appointment
        I need to see a dentist
        I'm looking for an appointment
        my number is 415 555 0123
        4155550123
        four one five five five five oh one two three
        it's five five five oh one two three four one nine
        area code four one five five five five oh one two three
        dana@example.com
        my email is dana dot whitfield at gmail dot com
        dana at example dot org
        Whitfield, W H I T F I E L D
        d a n a
        because I have to work
        if that's okay
        if possible
        if you don't mind
        if Ana isn't there I'll take Ben
        call me at three
        room 12
        nine to five
        between two and four
        either Monday or Tuesday
        no worries
        perfect
        sounds good
        go ahead
        that's right
        correct
        who's calling
        I have a question
        I said Tuesday
        like I said
        I'm calling to cancel my appointment
        I was wondering if you have anything tomorrow
        never mind
        anything in the afternoon
        I'm free all day
        Tuesday I think
        a little later if you can
        later that day
        for two people
        just me
        just a trim
        the same as last time
        do you take walk-ins
        can I bring my dog
        """);
  }

  @Test
  void half_sentences_are_unfinished() {
    assertAll(
        TurnEndText.UNFINISHED,
        """
        um
        uh
        so
        well
        and
        yes but
        no I
        okay so
        I'd like to
        I'd like to book a
        I want to
        I want
        I need
        I need to
        I need a
        I would like
        I'd like
        I'd like to book
        I'd like to make an
        can I
        can I get
        can you
        could you
        do you
        do you have
        do you have any
        do you have anything on
        do you have anything for
        is there
        is it possible to
        would it be possible
        would you be able
        my name is
        My name is.
        my name's
        my number is
        the name is
        my email is
        my phone number is
        it's
        I'm
        I'll
        it's um
        hi this is
        Hi, I'm calling about
        I'm calling to
        I'm calling because
        I was wondering
        I was wondering if
        I was hoping
        I'm looking for
        I'm looking for a
        I'm trying to
        I'm hoping
        I have a
        maybe on
        on
        at
        for the
        in the
        on the
        on Tuesday at
        Tuesday and
        Tuesday or
        Tuesday at three or
        Tuesday at three but
        Tuesday, um
        next
        next week on
        this coming
        the week of
        between
        between two and
        between two
        from nine to
        any time before
        any time after
        sometime around
        half past
        a quarter to
        June the
        Monday the
        with
        with my
        for my
        a haircut and
        a haircut with
        a haircut for my
        because
        if
        and then
        or maybe
        I think
        I mean
        you know
        let's see
        the thing is
        the problem is
        what about
        how about
        what time is the
        what kind of
        how many
        how much is the
        how much for a
        can you tell me
        can you give me
        give me
        tell me
        could I speak to
        I'd like to speak with
        I'd prefer
        I'd rather
        I was thinking we could
        it depends on
        not on
        except for
        I'd like to change my
        I want to move it to
        can you move it to
        can we make it
        actually
        yeah so
        hold on a
        a new
        an earlier
        my first
        one for me and one for
        I don't know if
        I'm not sure if
        do you know when
        I'd like a haircut and a
        my number is 415
        my number is 415 555
        four one five
        four one five five five five
        it's 415 555 0
        area code four one five
        five five five oh one
        reach me at four one five
        my email is john
        my email is dana dot
        dana at
        dana at gmail
        dana dot whitfield at gmail dot
        dana at example dot
        dana@gmail
        Whitfield, W H I T
        w h i
        d as in
        my name is spelled
        Tuesday...
        Tuesday,
        I want the
        the appointment for
        it was with
        I had an appointment on
        if Ana isn't there
        either Monday
        as long as
        instead of
        such as
        especially
        I really
        and my
        he
        I just
        it's just
        it's about
        it's for
        regarding
        I'm allergic to
        so basically
        anyway
        please call me at
        """);
  }

  @Test
  void asking_for_a_moment_is_waiting() {
    assertAll(
        TurnEndText.WAIT,
        """
        hold on
        Hold on.
        hold on a second
        hold on one second please
        can you hold on
        could you hold on a minute
        hang on
        hang on a sec
        one second
        one sec
        one moment
        one moment please
        just a moment
        just a second
        just a minute
        just one second
        give me a second
        give me a moment
        give me one minute please
        can you give me a minute
        could you give me just a second
        I need a minute
        I need a moment to think
        wait
        wait a second
        wait a minute
        please wait
        can you wait a moment
        let me check
        let me check my calendar
        Let me just check my calendar.
        let me see
        let me look
        let me think
        let me think about it for a second
        let me look that up
        let me ask my wife
        let me grab a pen
        let me get my calendar
        let me find it
        let me see if I can make it
        let me see what I have on Tuesday
        let me pull up my schedule
        let me double check
        bear with me
        bear with me a moment
        I'll be right back
        be right back
        stay on the line
        don't hang up
        please hold
        can you hold please
        um, hold on
        okay, one second
        sorry, one second
        sorry just a moment please
        Tuesday I think, hold on
        my number is, um, one second
        sure, let me check my calendar
        hold on, let me find my card
        one second, I'm driving
        hang on, someone's at the door
        give me a minute, my kid is crying
        just a moment while I grab my calendar
        hold on I need to check my calendar
        I need to check my calendar
        I have to ask my husband
        be quiet for a second
        don't say anything
        stop talking
        still looking
        I'm still looking for it
        can I have a minute to think
        could I have a moment
        would you mind holding
        wait wait wait
        I'm just looking for my card
        excuse me for a moment
        hold the line
        hold on a sec my phone is ringing
        """);
  }

  @Test
  void what_was_asked_for_decides_how_much_is_enough() {
    assertThat(TurnEndText.judge("dana", AskedDetail.NAME)).isEqualTo(TurnEndText.FINISHED);
    assertThat(TurnEndText.judge("five five five", AskedDetail.PHONE_NUMBER))
        .isEqualTo(TurnEndText.UNFINISHED);
    assertThat(TurnEndText.judge("five five", AskedDetail.PHONE_NUMBER))
        .isEqualTo(TurnEndText.UNFINISHED);
    assertThat(TurnEndText.judge("no", AskedDetail.PHONE_NUMBER)).isEqualTo(TurnEndText.FINISHED);
    assertThat(TurnEndText.judge("this number is fine", AskedDetail.PHONE_NUMBER))
        .isEqualTo(TurnEndText.FINISHED);
    assertThat(TurnEndText.judge("dana dot", AskedDetail.EMAIL_ADDRESS))
        .isEqualTo(TurnEndText.UNFINISHED);
    assertThat(TurnEndText.judge("dana", AskedDetail.EMAIL_ADDRESS))
        .isEqualTo(TurnEndText.UNFINISHED);
    assertThat(TurnEndText.judge("I don't have one", AskedDetail.EMAIL_ADDRESS))
        .isEqualTo(TurnEndText.FINISHED);
    assertThat(TurnEndText.judge("d", AskedDetail.SPELLED_NAME)).isEqualTo(TurnEndText.UNFINISHED);
    assertThat(TurnEndText.judge("three", AskedDetail.DATE_OR_TIME))
        .isEqualTo(TurnEndText.FINISHED);
  }

  private static void assertAll(TurnEndText expected, String lines) {
    List<String> wrong = new ArrayList<>();
    lines
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(
            line -> {
              var judged = TurnEndText.judge(line, AskedDetail.ANYTHING);
              if (judged != expected) {
                wrong.add(line + " -> " + judged);
              }
            });
    assertThat(wrong).as("should all be " + expected).isEmpty();
  }
}
