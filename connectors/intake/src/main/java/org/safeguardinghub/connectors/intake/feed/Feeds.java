package org.safeguardinghub.connectors.intake.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.catalogue.OriginFamily;

/** All feeds that a connector serves. */
public final class Feeds {
  private static final String SCHEME = "bearer ";
  private static final int LONGEST_HEADER = 512;

  private final Map<String, Feed> feeds = new LinkedHashMap<>();
  private final List<byte[]> tokens = new ArrayList<>();
  private final List<Feed> owners = new ArrayList<>();

  private Feeds() {}

  public static Feeds of(List<Feed> list) {
    Feeds all = new Feeds();
    for (Feed feed : list) {
      if (all.feeds.putIfAbsent(feed.name(), feed) != null) {
        throw new IllegalArgumentException("the feed " + feed.name() + " is listed twice");
      }
      all.owners.add(feed);
      all.tokens.add(HexFormat.of().parseHex(feed.tokenSha256().toLowerCase(Locale.ROOT)));
    }
    return all;
  }

  /** Reads the feeds file: a JSON list. */
  public static Feeds load(Path file) {
    try {
      JsonNode root = new ObjectMapper().readTree(Files.readString(file));
      List<Feed> list = new ArrayList<>();
      root.forEach(entry -> list.add(feed(entry)));
      if (list.isEmpty()) {
        throw new IllegalArgumentException("the feeds file lists no feed: " + file.getFileName());
      }
      return of(list);
    } catch (IOException e) {
      // The parser's own message may quote a password of the file.
      throw new IllegalArgumentException(
          "cannot read the feeds file " + file.getFileName() + " as JSON");
    }
  }

  public List<Feed> all() {
    return List.copyOf(owners);
  }

  public Optional<Feed> named(String name) {
    return Optional.ofNullable(feeds.get(name));
  }

  /**
   * Who sends a request, by the bearer token of its header {@code Authorization}.
   *
   * @param header the header's value; null where there is none
   */
  public Optional<Feed> ofAuthorization(@Nullable String header) {
    return header != null
            && header.length() <= LONGEST_HEADER
            && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? ofToken(header.substring(SCHEME.length()).strip())
        : Optional.empty();
  }

  /**
   * Whose token this is. Every token is compared, each in constant time, so that time tells
   * nothing.
   */
  public Optional<Feed> ofToken(String token) {
    byte[] digest = sha256(token);
    Optional<Feed> found = Optional.empty();
    for (int i = 0; i < tokens.size(); i++) {
      if (MessageDigest.isEqual(tokens.get(i), digest)) {
        found = Optional.of(owners.get(i));
      }
    }
    return found;
  }

  /** The SHA-256 of a token in hex, as the feeds file holds it. */
  public static String digest(String token) {
    return HexFormat.of().formatHex(sha256(token));
  }

  private static Feed feed(JsonNode entry) {
    String name = text(entry, "feed");
    return new Feed(
        name,
        text(entry, "agency"),
        entry.path("name").asText(name),
        families(entry.path("family")),
        text(entry, "kafkaUsername"),
        text(entry, "kafkaPassword"),
        text(entry, "tokenSha256"),
        hours(entry.path("silentAfterHours")));
  }

  private static OptionalInt hours(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return OptionalInt.empty();
    }
    if (!node.isInt() || node.intValue() < 1) {
      throw new IllegalArgumentException(
          "silentAfterHours of a feed of the feeds file is no whole number of hours from 1 on");
    }
    return OptionalInt.of(node.intValue());
  }

  /** One family code, several with commas between, or a list. */
  private static Set<OriginFamily> families(JsonNode node) {
    Set<OriginFamily> families = EnumSet.noneOf(OriginFamily.class);
    List<String> codes = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(item -> codes.add(item.asText()));
    } else {
      codes.addAll(List.of(node.asText().split(",")));
    }
    codes.forEach(
        code -> families.add(OriginFamily.valueOf(code.strip().toUpperCase(Locale.ROOT))));
    return families;
  }

  private static String text(JsonNode entry, String name) {
    String text = entry.path(name).asText();
    if (text.isBlank()) {
      throw new IllegalArgumentException("a feed of the feeds file has no " + name);
    }
    return text;
  }

  private static byte[] sha256(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime lacks SHA-256", e);
    }
  }
}
