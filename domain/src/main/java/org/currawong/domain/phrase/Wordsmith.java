package org.currawong.domain.phrase;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.currawong.domain.alert.AlertText;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.alert.Wording;

/** Makes the words of one alert in one language; a value object for one call. */
record Wordsmith(PhraseBank bank, Draft draft, Wording wording, String language, Speaker speaker) {

  Optional<AlertWords> words() {
    return wording == Wording.ALERT
        ? Optional.ofNullable(draft.text(language)).map(this::alert)
        : correction();
  }

  private AlertWords alert(AlertText text) {
    return new AlertWords(
        language,
        wording,
        mark(),
        notice(),
        given(text.headline()),
        place(),
        draft.area() == null ? "" : given(draft.area().boundary()),
        given(text.description()),
        given(text.instruction()),
        time(speaker.at()),
        briefTime(speaker.at()),
        source(),
        at("frame.next-update", "next_update", draft.nextUpdate(), this::time),
        at("frame.next-update", "next_update", draft.nextUpdate(), this::briefTime),
        at("frame.until", "until", draft.expires(), this::time),
        more());
  }

  private Optional<AlertWords> correction() {
    return CorrectionWords.of(bank, wording, place(), speaker.at(), speaker.zone(), language)
        .map(
            fixed ->
                new AlertWords(
                    language,
                    wording,
                    mark(),
                    notice(),
                    fixed.headline(),
                    place(),
                    "",
                    "",
                    fixed.text(),
                    "",
                    "",
                    source(),
                    "",
                    "",
                    "",
                    more()));
  }

  private String place() {
    return draft.area() == null ? "" : given(draft.area().name());
  }

  private String time(Instant instant) {
    return TimeWords.say(instant, speaker.zone(), language);
  }

  private String briefTime(Instant instant) {
    return TimeWords.brief(instant, speaker.zone(), language);
  }

  private String at(String id, String slot, Instant instant, Function<Instant, String> words) {
    return instant == null
        ? ""
        : bank.fill(id, language, Map.of(slot, words.apply(instant))).orElse("");
  }

  private String mark() {
    return kinds().map(kind -> own("mark." + kind)).collect(Collectors.joining(" "));
  }

  private String notice() {
    return kinds()
        .map(kind -> bank.words("notice." + kind, language).orElse(""))
        .collect(Collectors.joining(" "))
        .strip();
  }

  private Stream<String> kinds() {
    Stream<String> demo = speaker.demonstration() ? Stream.of("demonstration") : Stream.empty();
    Stream<String> status =
        switch (draft.status()) {
          case null -> Stream.empty();
          case ACTUAL -> Stream.empty();
          case EXERCISE -> Stream.of("exercise");
          case TEST -> Stream.of("test");
        };
    return Stream.concat(demo, status);
  }

  /** A mark is too weighty to be missing: its English form leads where the language has none. */
  private String own(String id) {
    return bank.wordsOrEnglish(id, language).orElseThrow();
  }

  /** A named authority speaks for itself; all else is the community's own word. */
  private String source() {
    String authority = draft.authority() == null ? "" : given(draft.authority().name());
    if (authority.isEmpty()) {
      return bank.fill("frame.community-source", language, Map.of("source", speaker.hubName()))
          .orElse(speaker.hubName());
    }
    return relayed(authority, given(draft.authority().reference()));
  }

  private String relayed(String authority, String reference) {
    if (reference.isEmpty()) {
      return bank.fill("frame.source", language, Map.of("source", authority)).orElse(authority);
    }
    return bank.fill(
            "frame.relayed", language, Map.of("authority", authority, "reference", reference))
        .orElse(authority + ", " + reference);
  }

  private String more() {
    return speaker.publicUrl() == null
        ? ""
        : bank.fill("frame.more", language, Map.of("address", speaker.publicUrl()))
            .orElse(speaker.publicUrl());
  }

  private static String given(String value) {
    return value == null ? "" : value.strip();
  }
}
