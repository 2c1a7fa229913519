package org.currawong.domain.power;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One UPS as last logged. Unknown words are kept. */
public record PowerState(
    String ups, Rung rung, List<String> words, Map<String, String> readings, Instant at) {}
