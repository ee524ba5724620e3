package org.safeguardinghub.connectors.health.mllp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** Frames of the minimal lower layer protocol: 0x0B, the message, 0x1C, 0x0D. */
final class Mllp {
  static final int START = 0x0B;
  static final int END = 0x1C;
  static final int RETURN = 0x0D;

  private static final int FIRST_PIECE = 8192;

  private Mllp() {}

  /** The stream does not hold to the protocol; nothing that follows can be trusted. */
  static final class Broken extends IOException {
    Broken(String message) {
      super(message);
    }
  }

  /**
   * The next message. Line ends between frames are overlooked, anything else breaks the stream.
   *
   * @param largest in bytes
   * @param begun is told when the first byte of a frame has come
   * @return empty at the end of the stream
   * @throws Broken if it is no frame, too large, or ends in the middle
   */
  static Optional<byte[]> read(InputStream in, int largest, Runnable begun) throws IOException {
    int next = in.read();
    while (next == '\r' || next == '\n') {
      next = in.read();
    }
    if (next < 0) {
      return Optional.empty();
    }
    if (next != START) {
      throw new Broken("bytes outside a frame");
    }
    begun.run();
    return Optional.of(content(in, largest));
  }

  private static byte[] content(InputStream in, int largest) throws IOException {
    byte[] content = new byte[FIRST_PIECE];
    int length = 0;
    int next = in.read();
    while (next != END) {
      if (next < 0) {
        throw new Broken("the stream ended inside a frame");
      }
      if (next == START) {
        throw new Broken("a frame began inside a frame");
      }
      if (length == largest) {
        throw new Broken("the frame is too large");
      }
      if (length == content.length) {
        content = java.util.Arrays.copyOf(content, Math.min(largest, 2 * length));
      }
      content[length++] = (byte) next;
      next = in.read();
    }
    if (in.read() != RETURN) {
      throw new Broken("a frame without its last byte");
    }
    return java.util.Arrays.copyOf(content, length);
  }

  static void write(OutputStream out, byte[] message) throws IOException {
    byte[] frame = new byte[message.length + 3];
    frame[0] = START;
    System.arraycopy(message, 0, frame, 1, message.length);
    frame[frame.length - 2] = END;
    frame[frame.length - 1] = RETURN;
    out.write(frame);
    out.flush();
  }
}
