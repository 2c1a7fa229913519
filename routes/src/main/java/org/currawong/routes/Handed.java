package org.currawong.routes;

import org.currawong.domain.Actor;
import org.currawong.domain.Command;

/** A command with whoever gives it, on its way through {@code direct:commands}. */
public record Handed(Command command, Actor actor) {}
