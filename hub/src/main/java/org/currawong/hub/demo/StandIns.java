package org.currawong.hub.demo;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The peers that a demonstration has of its own, on loopback: a UPS and what plays a model. */
public final class StandIns implements AutoCloseable {

  private final ScriptedUps ups;
  private final ScriptedModel model;

  private StandIns(ScriptedUps ups, ScriptedModel model) {
    this.ups = ups;
    this.model = model;
  }

  /** Both listen, and are well. */
  public static StandIns listen(List<ScriptedReport> flood) throws IOException {
    ScriptedUps ups = ScriptedUps.listen(System::nanoTime);
    try {
      return new StandIns(ups, ScriptedModel.listen(flood));
    } catch (IOException e) {
      ups.close();
      throw e;
    }
  }

  /** What makes a hub use them. */
  public Map<String, String> settings() {
    return Map.of(
        "ups.nut.address",
        ups.address(),
        "ups.nut.name",
        ScriptedUps.NAME,
        "ollama.url",
        model.url(),
        "ollama.model",
        ScriptedModel.NAME);
  }

  /** Does its part of a turn, where it has one. */
  void turn(Turn turn) {
    switch (turn) {
      case MODEL_GONE -> model.fail();
      case MODEL_BACK -> model.recover();
      case POWER_CUT -> ups.cut();
      case POWER_BACK -> ups.restore();
      case FALSE_ALARM, WITHDRAWN, DRAFT -> {}
    }
  }

  @Override
  public void close() throws IOException {
    try (ups) {
      model.close();
    }
  }
}
