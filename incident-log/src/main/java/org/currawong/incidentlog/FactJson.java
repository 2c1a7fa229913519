package org.currawong.incidentlog;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.currawong.domain.Entry;
import org.currawong.domain.Fact;
import org.currawong.domain.Sealed;
import org.currawong.domain.Word;

/**
 * The one JSON form of a fact (HOUSE.md, section 4): {@code n}, {@code at}, {@code salt}, {@code
 * type}, then the fact's components by name, a sealed one as {@code sealed}. For any thread.
 */
public final class FactJson {

  private static final String SEALED = "sealed";

  private final Keyring keyring;
  private final ObjectMapper mapper = RecordMapper.make();
  private final ObjectWriter writer = mapper.writer();
  private final Map<String, Form> forms =
      Arrays.stream(Fact.class.getPermittedSubclasses())
          .map(this::form)
          .collect(Collectors.toMap(Form::type, Function.identity()));

  public FactJson(Keyring keyring) {
    this.keyring = keyring;
  }

  /** How one kind of fact is written: its record's components in order. */
  private record Form(
      String type, RecordComponent[] components, JavaType[] types, Constructor<?> constructor) {

    String field(int i) {
      return components[i].getType() == Sealed.class ? SEALED : components[i].getName();
    }

    Object value(int i, Fact fact) {
      try {
        return components[i].getAccessor().invoke(fact);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(type + " can't be written", e);
      }
    }
  }

  private Form form(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    JavaType[] types =
        Arrays.stream(components)
            .map(c -> mapper.constructType(c.getGenericType()))
            .toArray(JavaType[]::new);
    Class<?>[] parameters =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return new Form(
          type.getSimpleName(), components, types, type.getDeclaredConstructor(parameters));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a record has its canonical constructor", e);
    }
  }

  /**
   * The JSON of a new entry, compact UTF-8.
   *
   * @param at milliseconds and finer are written as they are
   */
  public byte[] write(long n, Instant at, Fact fact) {
    Form form = forms.get(fact.getClass().getSimpleName());
    Sealing sealing = Sealing.fresh(keyring, form.type());
    ObjectWriter sealed = writer.withAttribute(RecordMapper.SEALING, sealing);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator out = sealed.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeNumberField("n", n);
      out.writeStringField("at", at.toString());
      out.writeStringField("salt", sealing.salt());
      out.writeStringField("type", form.type());
      for (int i = 0; i < form.components().length; i++) {
        Object value = form.value(i, fact);
        if (value != null) {
          out.writeFieldName(form.field(i));
          value(out, sealed, value);
        }
      }
      out.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException(form.type() + " can't be written", e);
    }
    return bytes.toByteArray();
  }

  /** Ids and words, which are most of a fact, don't need the mapper's search for how to write. */
  private static void value(JsonGenerator out, ObjectWriter others, Object value)
      throws IOException {
    switch (value) {
      case String text -> out.writeString(text);
      case Word word -> out.writeString(word.word());
      default -> others.writeValue(out, value);
    }
  }

  /**
   * Reads an entry. What was sealed under an erased key comes back as a {@link Sealed} without
   * body.
   *
   * @param hash its chain hash, 64 hex digits
   * @throws IOException if this version does not understand it
   */
  public Entry read(long n, String hash, byte[] json) throws IOException {
    try {
      JsonNode node = mapper.readTree(json);
      Form form = forms.get(node.path("type").asText());
      if (form == null) {
        throw new IOException("it has the unknown type " + node.path("type").asText());
      }
      Sealing sealing = Sealing.of(keyring, node.path("salt").asText(), form.type());
      ObjectReader reader = mapper.reader().withAttribute(RecordMapper.SEALING, sealing);
      Object[] values = new Object[form.components().length];
      for (int i = 0; i < values.length; i++) {
        values[i] = value(reader, form.types()[i], node.get(form.field(i)));
      }
      Fact fact = (Fact) form.constructor().newInstance(values);
      return new Entry(n, Instant.parse(node.path("at").asText()), hash, fact);
    } catch (JsonProcessingException | ReflectiveOperationException | DateTimeException e) {
      throw new IOException("entry " + n + " can't be understood: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new IOException("entry " + n + " can't be understood: " + e.getMessage(), e);
    }
  }

  private static Object value(ObjectReader reader, JavaType type, JsonNode node)
      throws IOException {
    if (node != null) {
      return reader.forType(type).readValue(node);
    }
    if (!type.isPrimitive()) {
      return null;
    }
    return type.hasRawClass(boolean.class) ? (Object) false : reader.forType(type).readValue("0");
  }
}
