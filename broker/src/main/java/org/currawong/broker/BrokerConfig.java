package org.currawong.broker;

import java.nio.file.Path;

/**
 * What a process's broker needs to start.
 *
 * @param folder where the inbound queues' journal lies ({@code DIR/broker}); made if absent
 * @param queues the table of queues and rights
 * @param vmNumber the number in {@code vm://n}; 0 but where a test runs several hubs in one process
 */
public record BrokerConfig(Path folder, Queues queues, int vmNumber) {
  /** The broker at {@code vm://0}. */
  public BrokerConfig(Path folder, Queues queues) {
    this(folder, queues, 0);
  }
}
