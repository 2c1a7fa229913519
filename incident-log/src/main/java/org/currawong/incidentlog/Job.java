package org.currawong.incidentlog;

import java.util.concurrent.CompletableFuture;
import org.currawong.domain.Actor;
import org.currawong.domain.Command;
import org.currawong.domain.Decision;

/** A command that waits for its decision. */
record Job(Command command, Actor actor, CompletableFuture<Decision> answer) {

  Job(Command command, Actor actor) {
    this(command, actor, new CompletableFuture<>());
  }
}
