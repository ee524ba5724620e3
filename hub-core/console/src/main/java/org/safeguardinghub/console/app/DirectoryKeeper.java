package org.safeguardinghub.console.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.safeguardinghub.console.audit.AuditTrail;
import org.safeguardinghub.console.outbox.ContactCheck;
import org.safeguardinghub.console.outbox.DirectoryPublication;
import org.safeguardinghub.console.people.ChildMoves;
import org.safeguardinghub.console.people.Conflicts;
import org.safeguardinghub.console.people.Directories;
import org.safeguardinghub.console.people.DirectoryFile;
import org.safeguardinghub.console.people.DirectoryText;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.console.people.Term;
import org.safeguardinghub.console.store.PostgresDirectoryStore;
import org.safeguardinghub.console.store.PostgresDirectoryStore.Stored;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory that holds. Takes over what is added to its versions, by a page or by the command
 * line: records who changed it, gives newcomers an account, publishes the difference. On each new
 * day it publishes again, for whoever comes back from leave, and it keeps the daily check that
 * somebody of each role can be told.
 */
public final class DirectoryKeeper implements Directories, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DirectoryKeeper.class);
  private static final String HUB = "hub";
  private static final Duration EVERY = Duration.ofSeconds(1);

  /** Beyond that many faulty versions somebody has to look. */
  private static final int LOOK_BACK = 20;

  private final PostgresDirectoryStore store;
  private final DirectoryPublication publication;
  private final AuditTrail audit;
  private final Consumer<LeadDirectory> accounts;
  private final ContactCheck check;
  private final ChildMoves moves;
  private final InstantSource hubClock;
  private final Rounds rounds = new Rounds("directory", EVERY, this::take);
  private volatile Version current;
  private long seen;
  private LocalDate published = LocalDate.MIN;
  private Instant nextCheck = Instant.MIN;

  /** Begins with what is stored, or with the directory that the hub comes with. */
  public DirectoryKeeper(
      PostgresDirectoryStore store,
      DirectoryPublication publication,
      AuditTrail audit,
      Consumer<LeadDirectory> accounts,
      ContactCheck check,
      ChildMoves moves,
      InstantSource hubClock) {
    this.store = store;
    this.publication = publication;
    this.audit = audit;
    this.accounts = accounts;
    this.check = check;
    this.moves = moves;
    this.hubClock = hubClock;
    keepShipped();
    this.current = newestSound().orElseThrow();
  }

  /** Publishes what holds now, then follows what is added. */
  public void start() {
    publish(today());
    rounds.start();
  }

  @Override
  public Version newest() {
    return current;
  }

  @Override
  public boolean add(long expected, LeadDirectory directory, String actor, String reason) {
    boolean added = store.add(expected, DirectoryText.of(directory), actor, reason);
    take();
    return added;
  }

  @Override
  public List<Change> changes(int limit) {
    return store.latest(limit).stream().map(Stored::change).toList();
  }

  /** Takes over what was added since. */
  public synchronized void take() {
    follow();
    LocalDate today = today();
    boolean added = store.newest() != seen;
    if (added) {
      newestSound()
          .filter(version -> version.number() != current.number())
          .ifPresent(
              version -> {
                accounts.accept(version.directory());
                current = version;
              });
    }
    boolean another = added || !today.equals(published);
    if (another) {
      publish(today);
    }
    Instant now = hubClock.instant();
    if (another || !now.isBefore(nextCheck)) {
      nextCheck = check.look(current.directory(), now);
    }
  }

  /**
   * A conflict of interest that names a child holds for whom that child became. If another version
   * comes in between, it is followed in the next round.
   */
  private void follow() {
    for (ChildMoves.Move move : moves.unfollowed()) {
      LeadDirectory now = newestSound().orElseThrow().directory();
      LeadDirectory next = Conflicts.carried(now, move.from(), move.to());
      if (!next.equals(now)
          && !store.add(
              seen,
              DirectoryText.of(next),
              move.decidedBy(),
              "A conflict of interest about a child holds for whom the child became (identity"
                  + " decision "
                  + move.decisionId()
                  + ")")) {
        return;
      }
      moves.followed(move);
    }
  }

  private void publish(LocalDate today) {
    publication.publish(current.directory(), today);
    published = today;
  }

  /** Whoever never changed the directory gets the one of a new release. */
  private void keepShipped() {
    String shipped = DirectoryFile.shippedText();
    Optional<Stored> newest = store.latest(1).stream().findFirst();
    boolean theirs = newest.filter(stored -> !stored.change().actor().equals(HUB)).isPresent();
    if (!theirs && newest.filter(stored -> stored.content().equals(shipped)).isEmpty()) {
      long expected = newest.map(stored -> stored.change().number()).orElse(0L);
      store.add(expected, shipped, HUB, "The directory that the hub comes with");
    }
  }

  /** The newest version that can be read; every one that was added is recorded, sound or not. */
  private Optional<Version> newestSound() {
    List<Stored> latest = store.latest(LOOK_BACK);
    latest.reversed().stream().filter(stored -> !stored.taken()).forEach(this::record);
    for (Stored stored : latest) {
      long number = stored.change().number();
      seen = Math.max(seen, number);
      switch (DirectoryFile.read(stored.content())) {
        case DirectoryFile.Reading.Sound(LeadDirectory directory) -> {
          return Optional.of(new Version(number, directory));
        }
        case DirectoryFile.Reading.Faulty(var faults) ->
            LOG.atError()
                .addKeyValue("version", number)
                .addKeyValue("faults", faults.size())
                .log("a version of the directory is faulty; the one before goes on to hold");
      }
    }
    return Optional.empty();
  }

  private void record(Stored stored) {
    if (!stored.change().actor().equals(HUB)) {
      audit.write(
          stored.change().actor(),
          AuditTrail.Action.CHANGED,
          "directory",
          "version-" + stored.change().number());
    }
    store.taken(stored.change().number());
  }

  private LocalDate today() {
    return Term.dayOf(hubClock.instant());
  }

  @Override
  public void close() {
    rounds.close();
  }
}
