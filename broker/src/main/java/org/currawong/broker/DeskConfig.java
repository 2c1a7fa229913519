package org.currawong.broker;

import java.nio.file.Path;
import org.currawong.domain.Realm;

/**
 * One way out in one realm, as {@link OrderDesk} guards it.
 *
 * @param realm whose orders it obeys, and no other's
 * @param hub whose orders it obeys
 * @param epoch of that hub's keys, from 1
 * @param key the realm's, shared by all its desks
 * @param way name of the way out
 * @param ledger folder of the ledgers of attempts ({@code DIR/ledger}); made if absent
 */
public record DeskConfig(
    Realm realm, String hub, int epoch, ReleaseKey key, String way, Path ledger) {
  Path ledgerFile() {
    return ledger.resolve(realm.word() + "-" + way + ".ledger");
  }
}
