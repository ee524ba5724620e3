package org.safeguardinghub.connectors.form.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** As much of what another reads. */
final class FirstBytes extends FilterInputStream {
  private long left;

  FirstBytes(InputStream source, long most) {
    super(source);
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    int read = super.read(into, from, (int) Math.min(left, length));
    left -= Math.max(0, read);
    return read;
  }
}
