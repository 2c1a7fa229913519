package org.currawong.domain.power;

/**
 * The rung by which everything runs now. A part asks it before it takes on work: a model is asked
 * nothing below {@link Rung#MAINS}, and from {@link Rung#LOW} on the rules alone answer (SAFETY.md,
 * section 4). For any thread; answers at once.
 */
@FunctionalInterface
public interface PowerWatch {

  /** The rung as last logged; {@link Rung#MAINS} where nobody watches the power. */
  Rung rung();

  /** True from {@code rung} downwards. */
  default boolean at(Rung rung) {
    return rung().compareTo(rung) >= 0;
  }

  /** Where nobody watches the power. */
  static PowerWatch none() {
    return () -> Rung.MAINS;
  }
}
