package org.currawong.hardware.ups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class UpsdAddressTest {

  @Test
  void hostsAndPortsAreReadInEachForm() {
    assertEquals(new UpsdAddress("127.0.0.1", 3493), UpsdAddress.of("127.0.0.1"));
    assertEquals(new UpsdAddress("nas", 4000), UpsdAddress.of("nas:4000"));
    assertEquals(new UpsdAddress("::1", 3493), UpsdAddress.of("::1"));
    assertEquals(new UpsdAddress("::1", 3493), UpsdAddress.of("[::1]"));
    assertEquals(new UpsdAddress("::1", 4000), UpsdAddress.of("[::1]:4000"));
    assertEquals("[::1]:4000", UpsdAddress.of("[::1]:4000").toString());
  }

  @Test
  void whatIsNoneIsRefused() {
    for (String text : List.of("", ":3493", "nas:", "nas:0", "nas:65536", "nas:x")) {
      assertThrows(IllegalArgumentException.class, () -> UpsdAddress.of(text), text);
    }
  }
}
