package org.safeguardinghub.connectors.intake.fakes;

import java.util.OptionalInt;
import java.util.Set;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.safeguardinghub.connectors.intake.feed.Feeds;
import org.safeguardinghub.kernel.catalogue.OriginFamily;

/** Invented agencies. The token of each is {@code token-of-<feed>}. */
public final class Senders {
  public static final Feed SCHOOL = feed("thistledown-primary", OriginFamily.EDU);
  public static final Feed POLICE = feed("fernshire-police", OriginFamily.POL);
  public static final Feed SOCIAL_CARE = feed("fernshire-social-care", OriginFamily.CSC);
  public static final Feed HEALTH = feed("fernshire-nhs", OriginFamily.HLT);

  private Senders() {}

  public static Feeds all() {
    return Feeds.of(java.util.List.of(SCHOOL, POLICE, SOCIAL_CARE, HEALTH));
  }

  public static String token(Feed feed) {
    return "token-of-" + feed.name();
  }

  private static Feed feed(String name, OriginFamily family) {
    return new Feed(
        name,
        name,
        name,
        Set.of(family),
        "feed-" + name,
        "secret",
        Feeds.digest("token-of-" + name),
        OptionalInt.of(24));
  }
}
