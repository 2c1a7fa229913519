package org.currawong.domain.alert;

/**
 * Where an alert holds. A missing area is refused, never read as "everywhere".
 *
 * @param name what people call it; typed again by whoever approves
 * @param boundary its edge in words
 * @param polygon as CAP 1.2 writes it ({@code lat,lon lat,lon …}, first = last), or {@code null}
 * @param circle as CAP 1.2 writes it ({@code lat,lon radius_km}), or {@code null}
 */
public record Area(String name, String boundary, String polygon, String circle) {}
