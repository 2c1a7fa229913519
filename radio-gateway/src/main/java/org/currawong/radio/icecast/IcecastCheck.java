package org.currawong.radio.icecast;

import java.io.IOException;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Whether a server would take the stream, asked without disturbing a stream that is on. */
public final class IcecastCheck {

  private static final int UNAUTHORISED = 401;

  private IcecastCheck() {}

  /**
   * Asks the server for a change of title that it knows no meaning of: before it says so it checks
   * the password.
   *
   * @param nanos a monotonic clock
   * @return what is wrong, in plain words; empty where nothing is
   */
  public static Optional<String> trouble(IcecastMount mount, LongSupplier nanos) {
    try (SourceLine line =
        SourceLine.open(mount.host(), mount.port(), ServerTalk.PATIENCE, nanos)) {
      line.write(IcecastCodec.password(mount), ServerTalk.PATIENCE);
      String answer = line.answer(ServerTalk.PATIENCE);
      int status = IcecastCodec.status(answer).orElse(UNAUTHORISED);
      return status == UNAUTHORISED ? Optional.of(IcecastCodec.refusal(answer)) : Optional.empty();
    } catch (IOException silent) {
      return Optional.of(silent.getMessage());
    }
  }
}
