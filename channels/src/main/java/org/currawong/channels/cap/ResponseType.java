package org.currawong.channels.cap;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.phrase.Phrase;
import org.currawong.domain.phrase.PhraseBank;

/**
 * CAP's responseType, read from the calls to action that the instruction holds in the drafter's
 * language (OASIS CAP 1.2, section 3.2.2). Free words give none: it is never guessed.
 */
final class ResponseType {

  private static final Map<String, String> BY_ACTION =
      Map.ofEntries(
          Map.entry("action.prepare-now", "Prepare"),
          Map.entry("action.prepare-to-leave", "Prepare"),
          Map.entry("action.stay-informed", "Monitor"),
          Map.entry("action.monitor-conditions", "Monitor"),
          Map.entry("action.avoid-the-area", "Avoid"),
          Map.entry("action.do-not-enter-floodwater", "Avoid"),
          Map.entry("action.do-not-drive-through-floodwater", "Avoid"),
          Map.entry("action.do-not-drink-tap-water", "Avoid"),
          Map.entry("action.leave-now", "Evacuate"),
          Map.entry("action.leave-now-if-not-prepared", "Evacuate"),
          Map.entry("action.leave-immediately", "Evacuate"),
          Map.entry("action.move-to-higher-ground", "Evacuate"),
          Map.entry("action.move-to-higher-ground-now", "Evacuate"),
          Map.entry("action.stay-indoors", "Shelter"),
          Map.entry("action.seek-shelter-now", "Shelter"),
          Map.entry("action.too-late-to-leave", "Shelter"),
          Map.entry("action.boil-water", "Execute"),
          Map.entry("action.follow-directions", "Execute"));

  private ResponseType() {}

  static Set<String> of(PhraseBank bank, Draft draft) {
    Set<String> types = new TreeSet<>();
    String instruction = draft.instruction() == null ? "" : draft.instruction();
    BY_ACTION.forEach(
        (id, type) -> {
          String sentence = bank.find(id, draft.firstLanguage()).map(Phrase::text).orElse("");
          if (!sentence.isEmpty() && instruction.contains(sentence)) {
            types.add(type);
          }
        });
    return types;
  }
}
