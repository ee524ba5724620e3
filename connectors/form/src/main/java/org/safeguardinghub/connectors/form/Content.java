package org.safeguardinghub.connectors.form;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The bytes of what came in, which may be more than the memory holds. Every pass over them reads
 * the same. Has no text of its own: it holds personal data.
 */
public interface Content {
  /** How many there are. */
  long size();

  /** Reads them from the first on. */
  InputStream stream();

  /** The first of them. */
  default byte[] head(int most) {
    try (InputStream in = stream()) {
      return in.readNBytes(most);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of them at once: for what is known to be small. */
  default byte[] bytes() {
    return head(Integer.MAX_VALUE);
  }

  /** What is in memory already. */
  static Content of(byte[] bytes) {
    return new InMemory(bytes);
  }

  /** Bytes in memory. */
  final class InMemory implements Content {
    private final byte[] bytes;

    private InMemory(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public InputStream stream() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public byte[] bytes() {
      return bytes;
    }
  }
}
