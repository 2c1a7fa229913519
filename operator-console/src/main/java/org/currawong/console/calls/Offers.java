package org.currawong.console.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.currawong.domain.alert.AlertText;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.text.SmsText;

/** The same words with plain punctuation, offered where one smart quote would halve an SMS. */
final class Offers {

  private Offers() {}

  static List<Map<String, Object>> of(Draft d) {
    List<Map<String, Object>> offers = new ArrayList<>();
    for (String language : d.languages()) {
      AlertText text = d.text(language);
      if (text != null) {
        String prefix = language.equals(d.firstLanguage()) ? "" : "texts." + language + ".";
        offer(offers, prefix + "headline", text.headline());
        offer(offers, prefix + "instruction", text.instruction());
      }
    }
    return offers;
  }

  private static void offer(List<Map<String, Object>> offers, String field, String words) {
    if (words != null) {
      SmsText.mended(words)
          .ifPresent(
              plain -> offers.add(new Doc().put("field", field).put("text", plain).fields()));
    }
  }
}
