package org.currawong.hub.node;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.currawong.console.Entries;
import org.currawong.domain.Entry;
import org.currawong.domain.Outstanding;
import org.currawong.incidentlog.CoreListener;

/**
 * Tells the console what was forced, and the routes what it asks for. Before the routes are there
 * nothing is lost: the hub hands them everything outstanding once they are.
 */
final class Announcer implements CoreListener, Entries {

  private final List<Consumer<Entry>> listeners = new CopyOnWriteArrayList<>();
  private volatile Consumer<List<Outstanding>> publisher = nothing -> {};

  void publishTo(Consumer<List<Outstanding>> routes) {
    publisher = routes;
  }

  @Override
  public void forced(List<Entry> entries, List<Outstanding> outstanding) {
    // Stops and orders first: screens may wait a moment.
    publisher.accept(outstanding);
    entries.forEach(entry -> listeners.forEach(l -> l.accept(entry)));
  }

  @Override
  public Runnable subscribe(Consumer<Entry> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
