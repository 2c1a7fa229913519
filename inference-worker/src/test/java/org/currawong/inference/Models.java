package org.currawong.inference;

/** The language models, loaded once for all tests: they take seconds. */
final class Models {

  static final Languages LANGUAGES = Languages.load(Runnable::run);

  private Models() {}
}
