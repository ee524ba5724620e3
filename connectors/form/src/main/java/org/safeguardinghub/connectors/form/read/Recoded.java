package org.safeguardinghub.connectors.form.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import org.safeguardinghub.connectors.form.Content;

/**
 * What is written in another encoding as UTF-8, piece by piece. Only for encodings of which one
 * byte is one character: a piece then never ends inside a character.
 */
public final class Recoded implements Content {
  private final Content content;
  private final Charset encoding;

  public Recoded(Content content, Charset encoding) {
    this.content = content;
    this.encoding = encoding;
  }

  /** Of what came in. */
  @Override
  public long size() {
    return content.size();
  }

  @Override
  public InputStream stream() {
    return new Piecewise(new InputStreamReader(content.stream(), encoding));
  }

  private static final class Piecewise extends InputStream {
    private final Reader source;
    private final char[] characters = new char[8192];
    private byte[] bytes = new byte[0];
    private int position;

    private Piecewise(Reader source) {
      this.source = source;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      if (position == bytes.length) {
        int read = source.read(characters);
        if (read < 0) {
          return -1;
        }
        bytes = new String(characters, 0, read).getBytes(UTF_8);
        position = 0;
      }
      int given = Math.min(length, bytes.length - position);
      System.arraycopy(bytes, position, into, from, given);
      position += given;
      return given;
    }

    @Override
    public void close() throws IOException {
      source.close();
    }
  }
}
