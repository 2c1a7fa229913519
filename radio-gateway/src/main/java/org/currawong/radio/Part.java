package org.currawong.radio;

/** The parts of an announcement in the order they are said (SAFETY.md, section 2). */
enum Part {
  MARK,
  OPEN,
  HEADLINE,
  WHAT,
  DESCRIPTION,
  BOUNDARY,
  ACTION,
  WHEN,
  SOURCE,
  NEXT
}
