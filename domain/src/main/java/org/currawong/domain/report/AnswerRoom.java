package org.currawong.domain.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.currawong.domain.text.Fit;
import org.currawong.domain.text.MeshText;
import org.currawong.domain.text.SmsText;
import org.currawong.domain.text.Unit;

/** How an answer goes back by the way its report came, and how much of it goes. */
public final class AnswerRoom {

  /** Messages for one answer: a person reads three; six are an alert's. */
  public static final int MOST_SMS = 3;

  /** Parts for one answer: every part takes seconds of a channel that everybody shares. */
  public static final int MOST_MESH = 2;

  /** Bytes for a chat: the shortest line among them, IRC's, cut nowhere (SAFETY.md, section 3). */
  public static final int CHAT_BYTES = 400;

  /** Bytes for a page or for reading out on the telephone: about a minute and a half. */
  public static final int PAGE_BYTES = 1_500;

  /** Who brings an answer to the sender. */
  public enum Bearer {
    /** It stands on the receipt's page, for whoever holds the receipt. */
    PAGE,
    /** Somebody on duty says it: by telephone, at the counter, by radio. */
    PERSON,
    /** It is sent back by the way in. */
    WAY
  }

  private AnswerRoom() {}

  /** How an answer to a report that came so gets back. */
  public static Bearer bearer(Via via) {
    return switch (via) {
      case WEB, API, IMPORT -> Bearer.PAGE;
      case PHONE, COUNTER, TWO_WAY, CREW, SOCIAL -> Bearer.PERSON;
      case SMS, MESH, CHAT -> Bearer.WAY;
    };
  }

  /** How much of the room this text takes, and whether it fits. */
  public static Fit fit(Via via, String text) {
    return switch (via) {
      case SMS -> parts(SmsText.split(text).fit(), MOST_SMS, SmsText.GSM_PART, SmsText.UCS2_PART);
      case MESH ->
          parts(MeshText.split(text).fit(), MOST_MESH, MeshText.PART_BYTES, MeshText.PART_BYTES);
      case CHAT -> bytes(text, CHAT_BYTES);
      case WEB, API, IMPORT, PHONE, COUNTER, TWO_WAY, CREW, SOCIAL -> bytes(text, PAGE_BYTES);
    };
  }

  private static Fit parts(Fit f, int most, int part, int unicodePart) {
    int each = f.unit() == Unit.UCS2 ? unicodePart : part;
    int allowed = f.parts() <= 1 ? f.allowed() : each * most;
    List<String> over =
        f.parts() > most
            ? List.of("it becomes " + f.parts() + " messages; at most " + most + " may be sent")
            : List.of();
    return new Fit(f.used(), allowed, f.unit(), f.parts(), over);
  }

  private static Fit bytes(String text, int most) {
    int used = text.getBytes(StandardCharsets.UTF_8).length;
    List<String> over = used > most ? List.of(used + " bytes; at most " + most + " go") : List.of();
    return new Fit(used, most, Unit.BYTES, text.isEmpty() ? 0 : 1, over);
  }
}
