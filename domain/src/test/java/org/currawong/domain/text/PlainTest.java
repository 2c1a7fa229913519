package org.currawong.domain.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PlainTest {

  @Test
  void anEscapeSequenceBecomesVisible() {
    assertEquals("␛[31mred␇", Plain.shown("\u001b[31mred\u0007"));
  }

  @Test
  void anOverrideOfDirectionNoLongerTurnsAnything() {
    assertEquals("pay \uFFFDgpj.exe", Plain.shown("pay \u202Egpj.exe"));
    assertEquals("\uFFFDx\uFFFD", Plain.shown("\u2066x\u2069"));
  }

  @Test
  void invisibleTagCharactersAreDropped() {
    assertEquals("ab", Plain.shown("a\uDB40\uDC41\u200Bb\uFEFF"));
  }

  @Test
  void joinersThatScriptsNeedAreKept() {
    assertEquals("می\u200Cخواهم", Plain.shown("می\u200Cخواهم"));
  }

  @Test
  void lineBreaksOfEveryKindBecomeOneKind() {
    assertEquals("a\nb\nc\nd", Plain.shown("a\r\nb\rc\u2028d"));
    assertEquals("a b", Plain.oneLine(" a \n\t b "));
  }

  @Test
  void aLoneSurrogateIsReplaced() {
    assertEquals("a\uFFFDb", Plain.shown("a\uD800b"));
  }

  @Test
  void textIsToldFromBytes() {
    assertTrue(Plain.isText("Nước đang dâng"));
    assertTrue(Plain.isText("🌊🆘"));
    assertFalse(Plain.isText("   \n"));
    assertFalse(Plain.isText("ok\u0000ok"));
    assertFalse(Plain.isText("PNG\uFFFD\uFFFD\uFFFD\u0001\u0002"));
  }
}
