package org.currawong.channels.people;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Telephone numbers as people write them, and as machines want them (ITU-T E.164). */
public final class PhoneNumbers {

  /** Where a number without a country code belongs. */
  public static final String REGION = "AU";

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  private static final Set<PhoneNumberType> SERVICES =
      EnumSet.of(
          PhoneNumberType.PREMIUM_RATE,
          PhoneNumberType.SHARED_COST,
          PhoneNumberType.TOLL_FREE,
          PhoneNumberType.UAN,
          PhoneNumberType.VOICEMAIL);

  /** Longer than any number anybody writes, with all its brackets. */
  private static final int LONGEST = 40;

  private PhoneNumbers() {}

  /** The number in E.164 ({@code +61…}), or nothing where it can't be one. */
  public static Optional<String> normalised(String written) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      PhoneNumber number = NUMBERS.parse(written, REGION);
      return NUMBERS.isPossibleNumber(number) && !number.hasExtension()
          ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /**
   * A real number in E.164 that costs nobody extra: no short number, no premium or free service.
   */
  public static boolean takesReplies(String e164) {
    if (!e164.matches("\\+[0-9]{5,15}")) {
      return false;
    }
    try {
      PhoneNumber number = NUMBERS.parse(e164, REGION);
      return NUMBERS.isValidNumber(number) && !SERVICES.contains(NUMBERS.getNumberType(number));
    } catch (NumberParseException e) {
      return false;
    }
  }

  /**
   * As it is dialled here, in groups for the eye: {@code 0400 000 001}; abroad with its country
   * code. What is no number stays as it is.
   */
  public static String dialled(String e164) {
    try {
      PhoneNumber number = NUMBERS.parse(e164, REGION);
      boolean here = number.getCountryCode() == NUMBERS.getCountryCodeForRegion(REGION);
      PhoneNumberFormat form = here ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL;
      return NUMBERS.format(number, form);
    } catch (NumberParseException e) {
      return e164;
    }
  }
}
