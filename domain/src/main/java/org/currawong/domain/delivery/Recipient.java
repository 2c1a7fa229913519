package org.currawong.domain.delivery;

/**
 * To whom one copy goes.
 *
 * @param id the person's id in the directory, or {@link #ALL} where a way out speaks to everyone
 * @param address the number or address; {@code null} for {@link #ALL}
 * @param language ISO 639-1, of the person; {@code null} for {@link #ALL}
 */
public record Recipient(String id, String address, String language) {

  /** The id for what goes on air, to the printer or into a feed. */
  public static final String ALL = "all";

  public static Recipient everyone() {
    return new Recipient(ALL, null, null);
  }
}
