package org.safeguardinghub.deploy.local.apps;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.safeguardinghub.deploy.local.folder.OwnerOnly;
import org.safeguardinghub.deploy.local.folder.Secrets;
import org.safeguardinghub.kernel.topics.Principals;

/** What the connectors are told of their feeds: credentials, and tokens as hashes only. */
final class FeedsFile {
  private FeedsFile() {}

  static void write(Path file, List<Feed> feeds, Secrets secrets) throws IOException {
    ObjectMapper json = new ObjectMapper();
    ArrayNode all = json.createArrayNode();
    for (Feed feed : feeds) {
      String principal = Principals.ofFeed(feed.name());
      all.addObject()
          .put("feed", feed.name())
          .put("agency", feed.name())
          .put("name", feed.title())
          .put("family", feed.family())
          .put("kafkaUsername", principal)
          .put("kafkaPassword", secrets.kafka(principal))
          .put("silentAfterHours", feed.silentAfterHours())
          .put("tokenSha256", sha256(secrets.token(feed.name())));
    }
    OwnerOnly.write(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(all));
  }

  private static String sha256(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
