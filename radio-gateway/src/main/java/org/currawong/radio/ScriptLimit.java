package org.currawong.radio;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.currawong.domain.Decision.Reason;
import org.currawong.domain.Realm;
import org.currawong.domain.Rules;
import org.currawong.domain.alert.CapMessage;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.alert.RenderInput;
import org.currawong.domain.alert.Wording;
import org.currawong.domain.text.Fit;

/**
 * The radio's part of the check at submit: what can't be said in 90 s, though everything was left
 * out that may be, is refused before anybody is asked to approve it. Pure.
 *
 * @param hubName who speaks, as it will stand in the script
 * @param demonstration true in a demo hub, whose scripts say so twice
 * @param publicUrl as in {@link RenderInput}
 */
public record ScriptLimit(
    ScriptWriter writer, String hubName, ZoneId zone, boolean demonstration, String publicUrl)
    implements Rules.TextLimits {

  /** Stands for the moment of rendering, which changes a script by a word or two. */
  private static final Instant SOME_TIME = Instant.parse("2026-11-23T06:35:00Z");

  @Override
  public List<Reason> over(Draft draft) {
    return scripts(draft)
        .filter(s -> !s.fit().fits())
        .map(s -> new Reason("radio." + s.language(), s.fit().over().getFirst()))
        .toList();
  }

  /** Only of languages in which the draft can be said whole. */
  @Override
  public Map<String, Map<String, Fit>> fits(Draft draft) {
    Map<String, Map<String, Fit>> fits = new LinkedHashMap<>();
    scripts(draft).forEach(s -> fits.put(s.language(), Map.of("radio", s.fit())));
    return fits;
  }

  private Stream<Script> scripts(Draft draft) {
    RenderInput input = input(draft);
    return draft.languages().stream().flatMap(l -> writer.script(input, Wording.ALERT, l).stream());
  }

  private RenderInput input(Draft draft) {
    return new RenderInput(
        "",
        hubName,
        demonstration ? Realm.DEMO : Realm.LIVE,
        demonstration,
        "",
        1,
        draft,
        new CapMessage("", "Alert", SOME_TIME, ""),
        "",
        List.of(),
        zone,
        List.of(),
        publicUrl,
        "",
        1);
  }
}
