package org.currawong.channels.cap;

import org.currawong.domain.alert.Hazard;

/**
 * What CAP says of a hazard: the tier name, code and category of the CAP-AU event list 1.0, spelt
 * as the list spells them (EDXL-CAP 1.2-AU v1.0). Heat has no code of its own there and goes as
 * Health.
 *
 * @param event the list's name, which is the {@code event} of every info whatever its language
 * @param code the list's code
 * @param category CAP's category
 */
record EventCode(String event, String code, String category) {

  /** The valueName that the profile gives the list. */
  static final String VALUE_NAME = "https://govshare.gov.au/xmlui/handle/10772/6495";

  static EventCode of(Hazard hazard) {
    return switch (hazard) {
      case FLOOD -> new EventCode("Flood", "flood", "Met");
      case FIRE -> new EventCode("Fire", "fire", "Fire");
      case STORM -> new EventCode("Storm", "storm", "Met");
      case CYCLONE -> new EventCode("Tropical Cyclone", "tropCyclone", "Met");
      case HEAT, HEALTH -> new EventCode("Health", "health", "Health");
      case SMOKE -> new EventCode("Smoke Alert", "smoke", "Fire");
      case TSUNAMI -> new EventCode("Tsunami", "tsunami", "Geo");
      case CHEMICAL -> new EventCode("Chemical Hazard", "chemical", "CBRNE");
      case POWER -> new EventCode("Electricity Supply", "electric", "Infra");
      case WATER -> new EventCode("Water Supply", "waterSupply", "Infra");
      case MISSING_PERSON -> new EventCode("Missing Person", "missingPer", "Security");
      case OTHER -> new EventCode("Other Urgent Alerts", "otherUrgent", "Other");
    };
  }
}
