package org.currawong.channels.paper;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A QR code as a picture within a page. */
final class QrImage {

  /** White modules around the code that readers need (ISO/IEC 18004, section 9.1). */
  private static final int QUIET = 4;

  /** Picture elements of a module: crisp at the size of a stamp on a 600 dpi printer. */
  private static final int SCALE = 8;

  private static final int BLACK = 0x000000;
  private static final int WHITE = 0xFFFFFF;

  private QrImage() {}

  /** A {@code data:} address of a PNG; nothing where the text is too long for a code. */
  static Optional<String> of(String text) {
    try {
      ByteMatrix modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(draw(modules), "png", png);
      String data = Base64.getEncoder().encodeToString(png.toByteArray());
      return Optional.of("data:image/png;base64," + data);
    } catch (WriterException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage draw(ByteMatrix modules) {
    int size = (modules.getWidth() + 2 * QUIET) * SCALE;
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        image.setRGB(x, y, dark(modules, x / SCALE - QUIET, y / SCALE - QUIET) ? BLACK : WHITE);
      }
    }
    return image;
  }

  private static boolean dark(ByteMatrix modules, int x, int y) {
    boolean inside = x >= 0 && y >= 0 && x < modules.getWidth() && y < modules.getHeight();
    return inside && modules.get(x, y) == 1;
  }
}
