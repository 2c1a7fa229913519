package org.currawong.incidentlog;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.currawong.domain.Fact;

/** One fact of each kind, every component filled (or every one that may be, left out). */
final class Facts {

  private static final Instant TIME = Instant.parse("2026-11-23T05:00:00.5Z");

  private Facts() {}

  static List<Fact> oneOfEach() {
    return all(true);
  }

  static List<Fact> oneOfEachWithNulls() {
    return all(false);
  }

  private static List<Fact> all(boolean filled) {
    return Arrays.stream(Fact.class.getPermittedSubclasses())
        .map(type -> (Fact) record(type, filled))
        .toList();
  }

  private static Object record(Class<?> type, boolean filled) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values =
        Arrays.stream(components).map(c -> component(c, filled)).toArray(Object[]::new);
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(type + " " + Arrays.toString(values), e);
    }
  }

  private static Object component(RecordComponent c, boolean filled) {
    boolean mayBeNull =
        !c.getType().isPrimitive()
            && c.getType() != List.class
            && c.getType() != Set.class
            && c.getType() != org.currawong.domain.Sealed.class;
    return !filled && mayBeNull ? null : value(c.getGenericType(), c.getName());
  }

  private static Object value(Type type, String name) {
    if (type instanceof ParameterizedType p) {
      return generic(p, name);
    }
    Class<?> c = (Class<?>) type;
    if (c == String.class) {
      return name + " “é” \u202e\u0000\n";
    }
    if (c == int.class || c == Integer.class) {
      return 7;
    }
    if (c == long.class || c == Long.class) {
      return Long.MAX_VALUE / 3;
    }
    if (c == boolean.class) {
      return true;
    }
    if (c == Double.class) {
      return -27.4698;
    }
    if (c == Instant.class) {
      return TIME;
    }
    return c.isEnum() ? c.getEnumConstants()[c.getEnumConstants().length - 1] : record(c, true);
  }

  private static Object generic(ParameterizedType p, String name) {
    Type[] arguments = p.getActualTypeArguments();
    if (p.getRawType() == List.class) {
      return List.of(value(arguments[0], name));
    }
    if (p.getRawType() == Set.class) {
      return Set.of(value(arguments[0], name));
    }
    if (p.getRawType() == Map.class) {
      return Map.of("en", value(arguments[1], name));
    }
    return new org.currawong.domain.Sealed<>("person:" + name, value(arguments[0], name));
  }
}
