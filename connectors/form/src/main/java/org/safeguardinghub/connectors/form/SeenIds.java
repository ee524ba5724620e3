package org.safeguardinghub.connectors.form;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A table of many short entries under wide hashes: in memory while it is small, then in a file
 * without a name, so that what it takes of the memory does not grow with it. The file is gone with
 * the process, however that ends; it holds hashes and numbers only.
 */
final class SeenIds {
  /** Two halves of the hash, and three numbers; what is empty has the last of them 0. */
  private static final int ENTRY = 32;

  private static final int ENTRIES = 16;
  private static final int BUCKET = ENTRY * ENTRIES;

  /** Buckets in memory at most: one MiB. */
  private static final int MOST_IN_MEMORY = 2048;

  private final ByteBuffer bucket = ByteBuffer.allocate(BUCKET);
  private Storage storage = new Memory(16);
  private long buckets = 16;
  private long entries;

  /**
   * What is kept of one.
   *
   * @param content a hash of what it says
   * @param number where it stands
   * @param shape what is counted there; from 1 on
   */
  record Entry(int content, int number, int shape) {}

  /** Where buckets lie. */
  private sealed interface Storage {
    void read(long bucket, ByteBuffer into) throws IOException;

    void write(long bucket, int offset, ByteBuffer entry) throws IOException;

    void close() throws IOException;
  }

  private static final class Memory implements Storage {
    private final byte[] bytes;

    private Memory(int buckets) {
      bytes = new byte[buckets * BUCKET];
    }

    @Override
    public void read(long bucket, ByteBuffer into) {
      into.clear().put(bytes, (int) bucket * BUCKET, BUCKET);
    }

    @Override
    public void write(long bucket, int offset, ByteBuffer entry) {
      entry.get(bytes, (int) bucket * BUCKET + offset, ENTRY);
    }

    @Override
    public void close() {}
  }

  private record Unnamed(FileChannel file) implements Storage {
    static Unnamed open() throws IOException {
      Path path = Files.createTempFile("seen-", "");
      try {
        return new Unnamed(FileChannel.open(path, READ, WRITE));
      } finally {
        Files.delete(path);
      }
    }

    @Override
    public void read(long bucket, ByteBuffer into) throws IOException {
      into.clear();
      long from = bucket * BUCKET;
      while (into.hasRemaining()) {
        if (file.read(into, from + into.position()) < 0) {
          // Behind the end of the file nothing was written yet.
          into.put(new byte[into.remaining()]);
        }
      }
    }

    @Override
    public void write(long bucket, int offset, ByteBuffer entry) throws IOException {
      long from = bucket * BUCKET + offset;
      while (entry.hasRemaining()) {
        from += file.write(entry, from);
      }
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }

  /** A stretch of a file in memory, for whoever goes through it in order. */
  private static final class InOrder implements Storage {
    private static final int BUCKETS = 256;

    private final Unnamed file;
    private final ByteBuffer stretch = ByteBuffer.allocate(BUCKETS * BUCKET);
    private long first = -1;
    private boolean written;

    private InOrder(Unnamed file) {
      this.file = file;
    }

    @Override
    public void read(long bucket, ByteBuffer into) throws IOException {
      into.clear().put(stretch.slice(at(bucket), BUCKET));
    }

    @Override
    public void write(long bucket, int offset, ByteBuffer entry) throws IOException {
      stretch.slice(at(bucket) + offset, ENTRY).put(entry);
      written = true;
    }

    private int at(long bucket) throws IOException {
      long begin = bucket - bucket % BUCKETS;
      if (begin != first) {
        flush();
        file.read(begin, stretch);
        first = begin;
      }
      return (int) (bucket - begin) * BUCKET;
    }

    private void flush() throws IOException {
      if (written) {
        file.write(first, 0, stretch.clear());
        written = false;
      }
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }

  /** Keeps an entry under a hash unless there is one, which it gives. */
  Optional<Entry> putIfAbsent(long high, long low, Entry entry) {
    try {
      Optional<Entry> before = place(high, low, entry);
      // Half full: a bucket rarely runs over into the next one.
      if (before.isEmpty() && ++entries * 2 > buckets * ENTRIES) {
        grow();
      }
      return before;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Entry> place(long high, long low, Entry entry) throws IOException {
    // By the upper bits, so that growing reads and writes in order.
    long index = Math.unsignedMultiplyHigh(high, buckets);
    while (true) {
      storage.read(index, bucket);
      for (int at = 0; at < BUCKET; at += ENTRY) {
        if (bucket.getInt(at + ENTRY - 4) == 0) {
          bucket.putLong(at, high).putLong(at + 8, low);
          bucket.putInt(at + 16, entry.content()).putInt(at + 20, entry.number());
          bucket.putInt(at + ENTRY - 4, entry.shape());
          storage.write(index, at, bucket.slice(at, ENTRY));
          return Optional.empty();
        }
        if (bucket.getLong(at) == high && bucket.getLong(at + 8) == low) {
          return Optional.of(entry(bucket, at));
        }
      }
      index = index + 1 == buckets ? 0 : index + 1;
    }
  }

  private static Entry entry(ByteBuffer bucket, int at) {
    return new Entry(bucket.getInt(at + 16), bucket.getInt(at + 20), bucket.getInt(at + ENTRY - 4));
  }

  private void grow() throws IOException {
    if (2 * buckets <= MOST_IN_MEMORY) {
      growInto(new Memory((int) (2 * buckets)));
    } else {
      Unnamed file = Unnamed.open();
      InOrder large = new InOrder(file);
      growInto(large);
      large.flush();
      storage = file;
    }
  }

  private void growInto(Storage large) throws IOException {
    Storage small = storage instanceof Unnamed file ? new InOrder(file) : storage;
    long before = buckets;
    buckets = 2 * before;
    storage = large;
    ByteBuffer old = ByteBuffer.allocate(BUCKET);
    for (long index = 0; index < before; index++) {
      small.read(index, old);
      for (int at = 0; at < BUCKET && old.getInt(at + ENTRY - 4) != 0; at += ENTRY) {
        place(old.getLong(at), old.getLong(at + 8), entry(old, at));
      }
    }
    small.close();
  }
}
