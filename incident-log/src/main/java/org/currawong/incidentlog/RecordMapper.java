package org.currawong.incidentlog;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.currawong.domain.Sealed;
import org.currawong.domain.Word;

/**
 * How the domain's records stand as JSON, the same in the log and in snapshots: components by name,
 * nothing for {@code null}, {@link Word}s as their words, times as RFC 3339, {@link Sealed} as
 * ciphertext by the {@link Sealing} given as attribute. A field that this version doesn't know is
 * passed over; a word that it doesn't know is an error.
 */
final class RecordMapper {

  /** Key of the attribute that holds the line's {@link Sealing}. */
  static final String SEALING = "sealing";

  private RecordMapper() {}

  static ObjectMapper make() {
    SimpleModule plain = new SimpleModule();
    plain.addSerializer(Word.class, new WordWriter());
    plain.addSerializer(Instant.class, new InstantWriter());
    plain.addDeserializer(Instant.class, new InstantReader());
    plain.setDeserializerModifier(new WordReaders());
    ObjectMapper bodies = mapper(plain); // of what is sealed: nothing inside is sealed again
    SimpleModule sealed = new SimpleModule("sealed");
    sealed.addSerializer(Sealed.class, new SealedWriter(bodies));
    sealed.addDeserializer(Sealed.class, new SealedReader(bodies, null));
    return mapper(plain).registerModule(sealed);
  }

  private static ObjectMapper mapper(SimpleModule module) {
    return JsonMapper.builder()
        .addModule(module)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
        .visibility(PropertyAccessor.FIELD, Visibility.ANY)
        .visibility(PropertyAccessor.GETTER, Visibility.NONE)
        .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }

  private static final class WordWriter extends StdSerializer<Word> {
    private static final long serialVersionUID = 1L;

    WordWriter() {
      super(Word.class);
    }

    @Override
    public void serialize(Word word, JsonGenerator out, SerializerProvider p) throws IOException {
      out.writeString(word.word());
    }
  }

  private static final class WordReaders extends BeanDeserializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonDeserializer<?> modifyEnumDeserializer(
        DeserializationConfig config,
        JavaType type,
        BeanDescription description,
        JsonDeserializer<?> standard) {
      return Word.class.isAssignableFrom(type.getRawClass())
          ? new WordReader(type.getRawClass())
          : standard;
    }
  }

  private static final class WordReader extends StdDeserializer<Object> {
    private static final long serialVersionUID = 1L;

    WordReader(Class<?> type) {
      super(type);
    }

    @Override
    public Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
      String word = in.getText();
      for (Object constant : handledType().getEnumConstants()) {
        if (((Word) constant).word().equals(word)) {
          return constant;
        }
      }
      return context.handleWeirdStringValue(handledType(), word, "is no known word");
    }
  }

  private static final class InstantWriter extends StdSerializer<Instant> {
    private static final long serialVersionUID = 1L;

    InstantWriter() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant at, JsonGenerator out, SerializerProvider p) throws IOException {
      out.writeString(at.toString());
    }
  }

  private static final class InstantReader extends StdDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    InstantReader() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return Instant.parse(in.getText());
    }
  }

  @SuppressWarnings("rawtypes") // Jackson asks for the raw class
  private static final class SealedWriter extends StdSerializer<Sealed> {
    private static final long serialVersionUID = 1L;

    private final ObjectMapper bodies;

    SealedWriter(ObjectMapper bodies) {
      super(Sealed.class);
      this.bodies = bodies;
    }

    @Override
    public void serialize(Sealed value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      Sealing sealing = (Sealing) provider.getAttribute(SEALING);
      byte[] plain = value.body() == null ? null : bodies.writeValueAsBytes(value.body());
      sealing.write(out, value.key(), plain);
    }
  }

  @SuppressWarnings("rawtypes") // Jackson asks for the raw class
  private static final class SealedReader extends JsonDeserializer<Sealed>
      implements ContextualDeserializer {

    private final ObjectMapper bodies;
    private final JavaType body;

    SealedReader(ObjectMapper bodies, JavaType body) {
      this.bodies = bodies;
      this.body = body;
    }

    @Override
    public JsonDeserializer<?> createContextual(
        DeserializationContext context, BeanProperty property) {
      JavaType sealed = property == null ? context.getContextualType() : property.getType();
      return new SealedReader(bodies, sealed.containedType(0));
    }

    @Override
    public Sealed<?> deserialize(JsonParser in, DeserializationContext context) throws IOException {
      Sealing sealing = (Sealing) context.getAttribute(SEALING);
      JsonNode node = in.readValueAsTree();
      String subject = sealing.subject(node);
      Optional<byte[]> plain = sealing.read(node);
      return new Sealed<Object>(
          subject, plain.isPresent() ? bodies.readValue(plain.get(), body) : null);
    }
  }
}
