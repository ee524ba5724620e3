package org.safeguardinghub.connectors.education.poll;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.safeguardinghub.connectors.drop.Door;
import org.safeguardinghub.connectors.education.form.MarksPage;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.safeguardinghub.connectors.intake.receipt.StoreUnavailable;
import org.safeguardinghub.kernel.event.Sensitive;

/**
 * Fetches page after page and hands each to the intake. The checkpoint moves only after the intake
 * has recorded the page: a crash between the two asks for the same page again, and the intake knows
 * its marks by their record ids.
 */
final class Poller {
  private final Feed feed;
  private final Source source;
  private final MarksPage pages;
  private final Door door;
  private final Checkpoint checkpoint;
  private final DoubleSupplier random;
  private int failures;

  Poller(
      Feed feed,
      Source source,
      MarksPage pages,
      Door door,
      Checkpoint checkpoint,
      DoubleSupplier random) {
    this.feed = feed;
    this.source = source;
    this.pages = pages;
    this.door = door;
    this.checkpoint = checkpoint;
    this.random = random;
  }

  /** How a step ended. */
  sealed interface Step {
    /** A page was recorded; there may be more at once. */
    record Taken(int marks, boolean more) implements Step {}

    /** Nothing was taken: try the same page again after a while. */
    record Again(String why, Duration after) implements Step {}
  }

  /** Takes one page. */
  Step step() throws IOException, InterruptedException {
    Optional<String> cursor = checkpoint.read();
    return switch (source.page(cursor)) {
      case Source.Answer.Later(String why, Optional<Duration> after) -> again(why, after);
      case Source.Answer.Never(String why) -> again(why, Optional.of(Backoff.LONGEST));
      case Source.Answer.Body(Sensitive<byte[]> bytes) -> {
        Optional<MarksPage.Page> page = pages.read(bytes.reveal());
        yield page.isEmpty()
            ? again("the page cannot be read", Optional.of(Backoff.LONGEST))
            : take(page.get(), cursor);
      }
    };
  }

  private Step take(MarksPage.Page page, Optional<String> cursor) throws IOException {
    if (page.more() && cursor.equals(Optional.of(page.next()))) {
      return again("the cursor stands still", Optional.of(Backoff.LONGEST));
    }
    try {
      if (!page.submissions().isEmpty()) {
        door.submitAll(feed, page.submissions());
      }
    } catch (StoreUnavailable e) {
      return again("the database is away", Optional.empty());
    }
    checkpoint.write(page.next());
    failures = 0;
    return new Step.Taken(page.submissions().size(), page.more());
  }

  private Step again(String why, Optional<Duration> asked) {
    failures++;
    return new Step.Again(why, Backoff.after(failures, asked, random.getAsDouble()));
  }
}
