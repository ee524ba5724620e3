package org.safeguardinghub.kernel.codec;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import org.apache.kafka.common.errors.RetriableException;

/** Tells a schema registry that does not answer from bytes that nobody can read. */
public final class RegistryAway {
  private static final int NOT_FOUND = 404;

  private RegistryAway() {}

  /**
   * Whether reading or writing a value failed for the registry, so that it is worth another try.
   */
  public static boolean isCauseOf(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      // Not every IOException: bytes that are no Avro are reported as one, too.
      if (cause instanceof RetriableException
          || cause instanceof SocketException
          || cause instanceof UnknownHostException
          || cause instanceof InterruptedIOException
          || (cause instanceof RestClientException answer && answer.getStatus() != NOT_FOUND)) {
        return true;
      }
    }
    return false;
  }
}
