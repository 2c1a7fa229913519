package org.currawong.domain;

import java.util.concurrent.CompletionStage;

/**
 * The door of the core, as every part that has commands sees it: the answer comes once the facts
 * are on disk, and never on the writer's thread.
 */
@FunctionalInterface
public interface Intake {

  CompletionStage<Decision> hand(Command command, Actor actor);
}
