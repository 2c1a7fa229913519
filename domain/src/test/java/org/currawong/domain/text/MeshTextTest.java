package org.currawong.domain.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeshTextTest {

  @Test
  void twoHundredBytesAreOnePartWithoutANumber() {
    assertEquals(List.of("a".repeat(200)), MeshText.split("a".repeat(200)).parts());
  }

  @Test
  void aLongerTextIsNumberedAndCutBetweenWords() {
    Split split = MeshText.split("Move to higher ground now. ".repeat(12));
    assertEquals(2, split.parts().size());
    assertTrue(split.parts().get(0).startsWith("1/2 Move"));
    assertTrue(split.parts().get(1).startsWith("2/2 "));
    assertTrue(split.fit().fits());
    for (String part : split.parts()) {
      assertTrue(part.getBytes(StandardCharsets.UTF_8).length <= MeshText.PART_BYTES);
      assertTrue(
          part.matches("\\d/2 (Move|to|higher|ground|now\\.).*(Move|to|higher|ground|now\\.)"));
    }
  }

  @Test
  void vietnameseIsCountedInBytesAndNeverCutInsideALetter() {
    String text = "Hãy di chuyển ngay đến nơi cao hơn. ".repeat(8);
    Split split = MeshText.split(text);
    for (String part : split.parts()) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      assertTrue(bytes.length <= MeshText.PART_BYTES);
      assertEquals(part, new String(bytes, StandardCharsets.UTF_8));
    }
    int bytes =
        split.parts().stream().mapToInt(p -> p.getBytes(StandardCharsets.UTF_8).length).sum();
    assertEquals(bytes, split.fit().used());
  }

  @Test
  void aFourthPartIsTooMany() {
    Split split = MeshText.split("x".repeat(600));
    assertFalse(split.fit().fits());
    assertEquals(List.of("4 parts, at most 3 may be sent"), split.fit().over());
    assertEquals(600 + 4 * "1/4 ".length(), split.fit().used());
  }

  @Test
  void tenPartsWidenTheNumberAndStayWithinTheRoom() {
    Split split = MeshText.split("x".repeat(2_500));
    assertTrue(split.parts().size() >= 10);
    assertTrue(split.parts().stream().allMatch(p -> p.length() <= MeshText.PART_BYTES));
    assertTrue(split.parts().get(0).startsWith("1/" + split.parts().size() + " "));
  }

  @Test
  void everyPartOfAMarkedTextCarriesTheMark() {
    Split split =
        MeshText.split("EXERCISE. " + "Move to higher ground now. ".repeat(15), "EXERCISE");
    assertEquals(3, split.parts().size());
    assertTrue(split.parts().get(0).startsWith("1/3 EXERCISE. Move"));
    assertTrue(split.parts().get(2).startsWith("3/3 EXERCISE. "), split.parts().get(2));
    for (String part : split.parts()) {
      assertTrue(part.getBytes(StandardCharsets.UTF_8).length <= MeshText.PART_BYTES);
    }
  }

  @Test
  void anEmptyTextIsNoPart() {
    assertEquals(List.of(), MeshText.split(" \n ").parts());
    assertEquals(0, MeshText.split("").fit().parts());
  }
}
