package org.currawong.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.currawong.domain.Actor;
import org.currawong.domain.Command;
import org.currawong.domain.report.Assessment;
import org.currawong.domain.report.Duty;
import org.currawong.domain.report.Placed;

/** A small town with a flood, so that no page is looked at empty. */
final class Town {

  static final String MAP =
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"kind":"zone","name":"Mill Flat"},"geometry":{"type":"Polygon",
       "coordinates":[[[150.20,-33.55],[150.30,-33.55],[150.30,-33.50],[150.20,-33.50],[150.20,-33.55]]]}},
      {"type":"Feature","properties":{"kind":"stream","name":"Wattle Creek"},"geometry":{"type":"LineString",
       "coordinates":[[150.18,-33.49],[150.24,-33.52],[150.27,-33.53],[150.33,-33.56]]}},
      {"type":"Feature","properties":{"kind":"road","name":"Mill Road"},"geometry":{"type":"LineString",
       "coordinates":[[150.19,-33.56],[150.25,-33.525],[150.32,-33.49]]}},
      {"type":"Feature","properties":{"kind":"site","name":"School"},"geometry":{"type":"Point",
       "coordinates":[150.26,-33.51]}}]}
      """;

  /** Texts that would do harm if a page took them for anything but text. */
  static final List<String> HOSTILE =
      List.of(
          "<script>document.title='pwned'</script>",
          "\"><img src=x onerror=\"document.title='pwned'\">",
          "'><svg/onload=document.title='pwned'>",
          "</textarea></title></style><script>document.title='pwned'</script>",
          "javascript:document.title='pwned'",
          "{{constructor.constructor('document.title=1')()}}",
          "\u202Egnp.exe \u2066 turned \u200B round",
          "\u001B[31mThe water near the mill is red and rising quickly\u001B[0m \u0007 bell",
          "<iframe srcdoc='<script>parent.document.title=1</script>'></iframe>",
          "&lt;b&gt; & <b>bold</b> ${CamelHttpUri} ${jndi:ldap://x}");

  private Town() {}

  static void fill(TestHub hub) throws Exception {
    report(
        hub,
        "Water is up to the windows at the mill cottages, two people on the roof",
        "life-safety",
        "en",
        -33.53,
        150.27);
    report(
        hub,
        "Mill Road bridge is closed, water across both lanes",
        "urgent",
        "en",
        -33.525,
        150.25);
    report(hub, "El puente está cerrado, no se puede pasar", "urgent", "es", -33.526, 150.252);
    report(hub, "Is the school open for people who had to leave?", "ordinary", "en", null, null);
    report(hub, "المياه ترتفع بسرعة قرب المدرسة", "urgent", "ar", -33.51, 150.26);
  }

  static String report(
      TestHub hub, String text, String urgency, String language, Double lat, Double lon)
      throws Exception {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("text", text);
    if (lat != null) {
      body.put("lat", lat);
      body.put("lon", lon);
    }
    String id = hub.client().post("/api/reports", body).json().get("id").textValue();
    List<Assessment> answers =
        List.of(
            new Assessment(Duty.LANGUAGE, language, null, "built-in: Lingua", "trigrams", 1),
            new Assessment(Duty.URGENCY, urgency, null, "built-in: rules", "words of the list", 1),
            new Assessment(Duty.CATEGORY, "flood", null, "built-in: rules", "says water", 1),
            new Assessment(
                Duty.PLACE,
                "Mill Flat",
                new Placed("Mill Flat", lat, lon),
                "built-in: gazetteer",
                "named in the text",
                2));
    hub.core
        .hand(new Command.RecordAssessments(id, answers), Actor.part("inference-worker"))
        .toCompletableFuture()
        .join();
    return id;
  }
}
