package org.currawong.inference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.ollama4j.models.generate.OllamaGenerateRequest;
import io.github.ollama4j.models.generate.OllamaGenerateResponseModel;
import io.github.ollama4j.models.request.OllamaEndpointCaller;
import io.github.ollama4j.models.request.OllamaGenerateEndpointCaller;
import io.github.ollama4j.models.request.ThinkMode;
import io.github.ollama4j.utils.OptionsBuilder;
import io.github.ollama4j.utils.Utils;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An Ollama server (its {@code /api/generate} and {@code /api/tags}), asked with ollama4j's forms.
 * The reading is our own: ollama4j's loop reads lines of any length, has no end of time once the
 * answer has begun, and logs what the server said, which may be a resident's words. No tool is ever
 * offered to the model, and nothing that it says is done.
 */
final class ModelServer extends OllamaEndpointCaller implements AutoCloseable {

  /** What an answer, its JSON and the server's own figures take at most, bytes. */
  private static final int MAX_BYTES = 256 * 1024;

  /** Room for what is told, the longest report, and its translation, in tokens. */
  private static final int CONTEXT = 4_096;

  /** The same question gives the same answer. */
  private static final int SEED = 1;

  /** The model stays loaded between reports; loading takes longer than an answer. */
  private static final String KEPT = "30m";

  private static final int OK = 200;

  private final String model;
  private final ModelLimits limits;
  private final HttpClient http;
  private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

  ModelServer(URI url, String model, ModelLimits limits) {
    super(url.toString().replaceAll("/+$", ""), null, Math.max(1, limits.answer().toSeconds()));
    this.model = model;
    this.limits = limits;
    this.http = HttpClient.newBuilder().connectTimeout(limits.connect()).build();
  }

  /**
   * A server that gave no answer that can be used; the message is for people, without its words.
   */
  static final class Silent extends Exception {
    private static final long serialVersionUID = 1;

    Silent(String why) {
      super(why);
    }
  }

  /**
   * What the model wrote.
   *
   * @throws Silent if there was no whole answer in time
   */
  String ask(ModelQuestion question) throws Silent, InterruptedException {
    OllamaGenerateRequest body =
        OllamaGenerateRequest.builder()
            .withModel(model)
            .withSystem(question.told())
            .withPrompt(question.asked())
            .withFormat(question.schema())
            .withThink(ThinkMode.DISABLED)
            .withStreaming(false)
            .withKeepAlive(KEPT)
            .withOptions(
                new OptionsBuilder()
                    .setTemperature(0)
                    .setSeed(SEED)
                    .setNumPredict(question.tokens())
                    .setNumCtx(CONTEXT)
                    .build());
    URI generate = URI.create(getHost() + OllamaGenerateEndpointCaller.endpoint);
    String answer =
        inTime(
            getRequestBuilderDefault(generate).POST(body.getBodyPublisher()).build(),
            limits.answer());
    StringBuilder written = new StringBuilder();
    if (!parseResponseAndAddToBuffer(answer, written, new StringBuilder())) {
      throw new Silent("the answer was cut short or is not Ollama's");
    }
    return written.toString();
  }

  /**
   * Looks whether the server has the model, without asking it anything.
   *
   * @throws Silent if not
   */
  void look() throws Silent, InterruptedException {
    URI tags = URI.create(getHost() + "/api/tags");
    String answer = inTime(getRequestBuilderDefault(tags).GET().build(), limits.look());
    try {
      JsonNode models = Utils.getObjectMapper().readTree(answer).path("models");
      if (!models.isArray()) {
        throw new Silent("it does not answer as Ollama does");
      }
      if (models.findValuesAsText("name").stream().noneMatch(this::same)) {
        throw new Silent("the model " + model + " is not there: ollama pull " + model);
      }
    } catch (JsonProcessingException e) {
      throw new Silent("it does not answer as Ollama does");
    }
  }

  /** Ollama adds {@code :latest} to a name without a tag. */
  private boolean same(String name) {
    return model.equals(name) || (model + ":latest").equals(name);
  }

  /** One answer's text; the time is for all of it, from the connection to the last byte. */
  private String inTime(HttpRequest request, Duration most) throws Silent, InterruptedException {
    if (calls.isShutdown()) {
      throw new InterruptedException("closed");
    }
    Future<String> call = calls.submit(() -> text(request));
    try {
      return call.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new Silent("no answer within " + most.toSeconds() + " s");
    } catch (ExecutionException e) {
      if (calls.isShutdown()) {
        // The question stays unanswered in the log, and is put again at the next start.
        throw new InterruptedException("closing");
      }
      throw e.getCause() instanceof Silent silent ? silent : new Silent(words(e.getCause()));
    } finally {
      call.cancel(true);
    }
  }

  private static String words(Throwable fault) {
    return fault instanceof ConnectException ? "nothing answers there" : "the connection broke";
  }

  private String text(HttpRequest request) throws IOException, InterruptedException, Silent {
    HttpResponse<InputStream> answer =
        http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream in = answer.body()) {
      if (answer.statusCode() != OK) {
        throw new Silent("it answers with status " + answer.statusCode());
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] some = new byte[8 * 1024];
      for (int n = in.read(some); n >= 0; n = in.read(some)) {
        bytes.write(some, 0, n);
        if (bytes.size() > MAX_BYTES) {
          throw new Silent("its answer has no end");
        }
      }
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }

  /** Adds what the model wrote; true if the answer is whole. */
  @Override
  protected boolean parseResponseAndAddToBuffer(
      String line, StringBuilder response, StringBuilder thinking) {
    try {
      OllamaGenerateResponseModel answer =
          Utils.getObjectMapper().readValue(line, OllamaGenerateResponseModel.class);
      if (answer == null || answer.getResponse() == null) {
        return false;
      }
      response.append(answer.getResponse());
      return answer.isDone();
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  @Override
  public void close() {
    calls.shutdownNow();
    http.shutdownNow();
  }
}
