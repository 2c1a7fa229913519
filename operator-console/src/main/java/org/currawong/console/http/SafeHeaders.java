package org.currawong.console.http;

import io.vertx.core.MultiMap;

/** Headers that every answer carries (OWASP Secure Headers). */
final class SafeHeaders {

  /** Scripts, styles and pictures of this server alone; nothing inline, nobody may frame it. */
  static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; "
          + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final String PERMISSIONS =
      "camera=(), microphone=(), geolocation=(self), payment=(), usb=(), interest-cohort=()";

  private SafeHeaders() {}

  static void put(MultiMap headers, boolean tls) {
    headers.set("Content-Security-Policy", PAGE_POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    // Not no-referrer: a plain form would then say Origin: null and look like a stranger's.
    headers.set("Referrer-Policy", "same-origin");
    headers.set("Permissions-Policy", PERMISSIONS);
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cache-Control", "no-store");
    if (tls) {
      headers.set("Strict-Transport-Security", "max-age=31536000");
    }
  }
}
