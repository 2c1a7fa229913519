package org.currawong.channels.gammu;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes the unsent texts of an order back out of gammu-smsd's outbox.
 *
 * <p>The daemon reads the file whose name is the first, sends it, which takes a modem some seconds,
 * and only then moves it; so the file that it is sending lies in the outbox like all others. It is
 * told from them so: the last one is renamed first, and one before which an older one of ours was
 * waiting the whole time can't have been the first. The one without any before it may have been
 * under way, and nobody can know.
 */
final class Withdrawal {

  private final GammuFolders folders;

  Withdrawal(GammuFolders folders) {
    this.folders = folders;
  }

  /** Takes all away that was sent for this order, the last first. */
  void sweep(String order) throws IOException {
    List<OutboxName> waiting = GammuFolders.ours(folders.outbox());
    for (int i = waiting.size() - 1; i >= 0; i--) {
      OutboxName name = waiting.get(i);
      if (name.order().equals(order) && folders.takeAway(name, GammuFolders.PERHAPS)) {
        if (neverFirst(waiting.subList(0, i), name)) {
          folders.mark(name, GammuFolders.PERHAPS, GammuFolders.WITHDRAWN);
        }
      }
    }
  }

  /** Asked of those nearest before it first: they are the last to be taken. */
  private boolean neverFirst(List<OutboxName> before, OutboxName name) throws IOException {
    for (OutboxName older : before.reversed()) {
      if (folders.waitedBefore(older, name, GammuFolders.PERHAPS)) {
        return true;
      }
    }
    return false;
  }

  /** The copies of which every part was taken back, and none can have gone out. */
  Set<String> whole() throws IOException {
    Map<String, Integer> missing = new HashMap<>();
    for (OutboxName name : folders.marked(GammuFolders.WITHDRAWN)) {
      missing.merge(name.copy(), name.parts() - 1, (before, one) -> before - 1);
    }
    missing.values().removeIf(n -> n > 0);
    return missing.keySet();
  }
}
