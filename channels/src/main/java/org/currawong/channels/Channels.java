package org.currawong.channels;

import java.util.List;
import org.currawong.channels.cap.CapRenderer;
import org.currawong.channels.mesh.MeshRenderer;
import org.currawong.channels.paper.PhoneTreeRenderer;
import org.currawong.channels.paper.SheetRenderer;
import org.currawong.channels.rds.RdsRenderer;
import org.currawong.channels.sms.SmsRenderer;
import org.currawong.domain.alert.Renderer;
import org.currawong.domain.phrase.PhraseBank;

/** Every renderer of this module, in the order in which forms are listed to people. */
public final class Channels {

  private Channels() {}

  /** The renderers; pure, and safe to use from several threads at once. */
  public static List<Renderer> renderers(PhraseBank bank) {
    return List.of(
        new CapRenderer(bank),
        new SmsRenderer(bank),
        new MeshRenderer(bank),
        new RdsRenderer(bank),
        new SheetRenderer(bank),
        new PhoneTreeRenderer(bank));
  }
}
