package org.currawong.incidentlog;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.currawong.domain.Table;

/**
 * What a state's tables are made of, to the last component and word. A snapshot that an earlier
 * version wrote may lack what this one needs, and nothing else would tell: fields that are not
 * there are read as {@code null}.
 */
final class Shape {

  private static final String OURS = "org.currawong.";

  private final Map<String, String> types = new TreeMap<>();

  private Shape() {}

  /** SHA-256 over {@link #types}. */
  static String of(Collection<Table<?>> tables) {
    byte[] text = types(tables).toString().getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Chain.sha256().digest(text));
  }

  /** Each table and each type in it, with the names and types of its components, or its words. */
  static Map<String, String> types(Collection<Table<?>> tables) {
    Shape shape = new Shape();
    for (Table<?> table : tables) {
      shape.types.put("table " + table.name(), table.type().getName());
      shape.visit(table.type());
    }
    return shape.types;
  }

  private void visit(Type type) {
    if (type instanceof ParameterizedType generic) {
      visit(generic.getRawType());
      Arrays.stream(generic.getActualTypeArguments()).forEach(this::visit);
    } else if (type instanceof Class<?> c
        && c.getName().startsWith(OURS)
        && types.putIfAbsent(c.getName(), "") == null) {
      types.put(c.getName(), described(c));
    }
  }

  private String described(Class<?> c) {
    if (c.isEnum()) {
      return Arrays.toString(c.getEnumConstants());
    }
    if (c.isSealed()) {
      Arrays.stream(c.getPermittedSubclasses()).forEach(this::visit);
    }
    RecordComponent[] components = c.isRecord() ? c.getRecordComponents() : new RecordComponent[0];
    Arrays.stream(components).forEach(each -> visit(each.getGenericType()));
    return Arrays.stream(components)
        .map(each -> each.getName() + " " + each.getGenericType().getTypeName())
        .collect(Collectors.joining(", "));
  }
}
