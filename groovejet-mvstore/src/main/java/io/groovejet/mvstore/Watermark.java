package io.groovejet.mvstore;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Remembers, beside the file, how far it was written when something was acknowledged last: a file
 * that was cut short opens as an older one, and would be taken for whole.
 */
final class Watermark implements AutoCloseable {

  private static final int LENGTH = Integer.BYTES + Long.BYTES;

  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(LENGTH);

  private Watermark(FileChannel channel) {
    this.channel = channel;
  }

  static Watermark at(Path file) throws IOException {
    return new Watermark(
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
  }

  /** What was remembered there, 0 when nothing was or it cannot be told any more. */
  static long read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    try {
      byte[] version = Seal.opened(Files.readAllBytes(file));
      return version.length == Long.BYTES ? ByteBuffer.wrap(version).getLong() : 0;
    } catch (IllegalArgumentException halfWritten) {
      return 0;
    }
  }

  void rise(long version) throws IOException {
    byte[] value = Seal.on(ByteBuffer.allocate(Long.BYTES).putLong(version).array());
    buffer.clear().put(value).flip();
    channel.write(buffer, 0);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
