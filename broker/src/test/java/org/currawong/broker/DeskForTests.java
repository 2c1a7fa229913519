package org.currawong.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.currawong.domain.Realm;

/** One desk with its way out, its clock and what it reported. */
final class DeskForTests implements AutoCloseable {
  final RecordingWay way = new RecordingWay();
  final List<DeliveryReport> reports = Collections.synchronizedList(new ArrayList<>());
  final MemoryLedgerFile disk;
  final Realm realm;
  final String name;
  Instant now = Papers.NOW;
  private OrderDesk desk;

  DeskForTests(Realm realm, String name, MemoryLedgerFile disk) {
    this.realm = realm;
    this.name = name;
    this.disk = disk;
  }

  static DeskForTests live() throws IOException {
    return new DeskForTests(Realm.LIVE, "sms", new MemoryLedgerFile()).start();
  }

  DeskForTests start(String... omitted) throws IOException {
    desk =
        OrderDesk.launch(
            config(),
            way,
            order -> Optional.empty(),
            batch -> reports.addAll(batch),
            new HubClock(() -> now, () -> 0L),
            disk,
            Set.of(omitted));
    return this;
  }

  private DeskConfig config() {
    return new DeskConfig(
        realm,
        Papers.HUB,
        Papers.EPOCH,
        new ReleaseKey(Papers.KEY.getPublic()),
        name,
        Path.of("unused"));
  }

  OrderDesk desk() {
    return desk;
  }

  OrderDesk.Handled handle(Papers papers) throws IOException, InterruptedException {
    return desk.handle(papers.message());
  }

  /** The last report about each recipient, as "id state". */
  List<String> ends() {
    List<String> ends = new ArrayList<>();
    for (DeliveryReport report : List.copyOf(reports)) {
      ends.removeIf(end -> end.startsWith(report.recipient() + " "));
      ends.add(report.recipient() + " " + report.state().word());
    }
    return ends;
  }

  @Override
  public void close() throws IOException {
    desk.close();
  }
}
