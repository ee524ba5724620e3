package org.safeguardinghub.risk.topology.host;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One bound for the native memory of all stores of this process: they share a cache, write buffers
 * included.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {
  private static final long MEGABYTE = 1024L * 1024;
  private static final long ARENA_BLOCK = 64 * 1024;
  private static final Cache CACHE;
  private static final WriteBufferManager WRITE_BUFFERS;

  static {
    RocksDB.loadLibrary();
    CACHE = new LRUCache(32 * MEGABYTE);
    WRITE_BUFFERS = new WriteBufferManager(16 * MEGABYTE, CACHE);
  }

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(CACHE);
    table.setCacheIndexAndFilterBlocks(true);
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(WRITE_BUFFERS);
    options.setWriteBufferSize(4 * MEGABYTE);
    options.setMaxWriteBufferNumber(2);
    // By default an eighth of a buffer, for each store and for its offsets: the stores of a few
    // tasks would exceed the bound while they are empty, and every write would be flushed.
    options.setArenaBlockSize(ARENA_BLOCK);
  }

  @Override
  public void close(String storeName, Options options) {
    // The cache is shared by all stores and lives as long as the process.
  }
}
