package org.safeguardinghub.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safeguardinghub.console.audit.HashChain.Link;

/** {@code -Dlaw.seeds=N} tries N times a thousand changes of the log. */
final class ChainCheckTest {
  private static final Instant AT = Instant.parse("2026-03-24T10:15:00Z");
  private static final Instant NOW = AT.plusSeconds(100_000);
  private static final int TRIES = 1000;

  @TempDir private static Path folder;

  private CheckpointKey key;
  private PublicKey publicKey;

  static IntStream seeds() {
    return IntStream.range(0, Integer.getInteger("law.seeds", 10));
  }

  @BeforeEach
  void keys() {
    CheckpointKey.ensure(folder.resolve("key"), folder.resolve("pub"));
    key = CheckpointKey.load(folder.resolve("key"));
    publicKey = CheckpointKey.loadPublic(folder.resolve("pub"));
  }

  /** A chain as the console writes it, from a record on. */
  private List<Link> chain(CheckpointKey signer, String begin, int records) {
    List<Link> chain = new ArrayList<>();
    String head = begin;
    int since = 0;
    for (int i = 0; i < records; i++) {
      Link link =
          HashChain.append(
              head, "r" + i, "p-" + i % 7, "OPENED", "alert", "a-" + i % 13, AT.plusSeconds(i));
      chain.add(link);
      head = link.hash();
      if (++since == Checkpoint.EVERY) {
        Link signed = Checkpoint.sign(signer, head, "c" + i, since, AT.plusSeconds(i));
        chain.add(signed);
        head = signed.hash();
        since = 0;
      }
    }
    return chain;
  }

  private ChainCheck.Verdict check(List<Link> log, String end) {
    ChainCheck check = new ChainCheck(publicKey, NOW);
    log.forEach(check::next);
    return check.verdict(end);
  }

  @Test
  void anUntouchedChainHolds() {
    List<Link> chain = chain(key, "", 250);
    ChainCheck.Verdict verdict = check(chain, chain.getLast().hash());
    assertThat(verdict.faults()).isEmpty();
    assertThat(verdict.records()).isEqualTo(252);
    assertThat(verdict.checkpoints()).isEqualTo(2);
    assertThat(verdict.from()).contains(AT);
    assertThat(verdict.until()).contains(AT.plusSeconds(249));
    assertThat(check(List.of(), "").holds()).isTrue();
  }

  @Test
  void whatIsPublishedAgainAfterACrashIsNoFault() {
    List<Link> chain = chain(key, "", 150);
    List<Link> log = new ArrayList<>(chain.subList(0, 105));
    log.addAll(chain.subList(95, chain.size()));
    ChainCheck.Verdict verdict = check(log, chain.getLast().hash());
    assertThat(verdict.faults()).isEmpty();
    assertThat(verdict.repeats()).isEqualTo(10);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyChangeIsNoticed(int seed) {
    Random random = new Random(seed);
    List<Link> chain = chain(key, "", 230);
    String end = chain.getLast().hash();
    for (int n = 0; n < TRIES; n++) {
      List<Link> log = new ArrayList<>(chain);
      String what = change(random, log);
      assertThat(check(log, end).holds()).as(what + ", try " + n).isFalse();
    }
  }

  private static String change(Random random, List<Link> log) {
    int at = random.nextInt(log.size());
    Link link = log.get(at);
    return switch (random.nextInt(6)) {
      case 0 -> {
        log.remove(at);
        yield "removed " + at;
      }
      case 1 -> {
        int to = (at + 1 + random.nextInt(log.size() - 1)) % log.size();
        log.add(to, log.remove(at));
        yield "moved " + at + " to " + to;
      }
      case 2 -> {
        log.subList(at, log.size()).clear();
        yield "cut off at " + at;
      }
      case 3 -> {
        log.subList(0, at + 1).clear();
        yield "begins after " + at;
      }
      case 4 -> {
        log.set(at, edited(random, link, link.previousHash(), link.hash()));
        yield "edited " + at;
      }
      default -> {
        rewrite(random, log, at);
        yield "written anew from " + at;
      }
    };
  }

  private static Link edited(Random random, Link link, String previous, String hash) {
    int field = random.nextInt(5);
    return new Link(
        field == 0 ? link.id() + "x" : link.id(),
        field == 1 ? "p-other" : link.actor(),
        field == 2 ? "LISTED" : link.action(),
        link.objectKind(),
        field == 3 ? "a-other" : link.objectId(),
        field == 4 ? link.at().plusMillis(1) : link.at(),
        previous,
        hash);
  }

  /** Somebody who can compute hashes and cannot sign: all that follows is made to fit. */
  private static void rewrite(Random random, List<Link> log, int from) {
    Link changed = edited(random, log.get(from), log.get(from).previousHash(), "");
    String previous = changed.previousHash();
    for (int i = from; i < log.size(); i++) {
      Link link = i == from ? changed : log.get(i);
      Link fitting =
          HashChain.append(
              previous,
              link.id(),
              link.actor(),
              link.action(),
              link.objectKind(),
              link.objectId(),
              link.at());
      log.set(i, fitting);
      previous = fitting.hash();
    }
  }

  @Test
  void aPastWrittenAnewIsNoticedEvenWhereTheEndIsWrittenAnewToo() {
    List<Link> log = chain(key, "", 150);
    rewrite(new Random(1), log, 20);
    assertThat(check(log, log.getLast().hash()).faults())
        .extracting(ChainCheck.Fault::what)
        .singleElement()
        .asString()
        .startsWith("its signature does not hold");
  }

  @Test
  void aPastWithoutItsCheckpointsOrWithSomebodyElsesIsNoticed() {
    CheckpointKey.ensure(folder.resolve("other"), folder.resolve("other.pub"));
    List<Link> others = chain(CheckpointKey.load(folder.resolve("other")), "", 150);
    assertThat(check(others, others.getLast().hash()).faults())
        .extracting(ChainCheck.Fault::record)
        .containsExactly(101L);
    List<Link> none = new ArrayList<>();
    String head = "";
    for (int i = 0; i <= Checkpoint.EVERY; i++) {
      Link link = HashChain.append(head, "r" + i, "p-1", "OPENED", "alert", "a-1", AT);
      none.add(link);
      head = link.hash();
    }
    assertThat(check(none, head).faults())
        .extracting(ChainCheck.Fault::what)
        .containsExactly("a signed checkpoint is missing before it");
    assertThat(check(none.subList(0, Checkpoint.EVERY), "").holds()).isTrue();
  }

  @Test
  void whatIsOlderThanTheLogKeepsMayBeGone() {
    List<Link> chain = chain(key, "", 250);
    List<Link> rest = chain.subList(150, chain.size());
    assertThat(check(rest, chain.getLast().hash()).faults())
        .extracting(ChainCheck.Fault::what)
        .containsExactly("records before it are gone");
    ChainCheck later = new ChainCheck(publicKey, AT.plusSeconds(8L * 366 * 24 * 3600));
    rest.forEach(later::next);
    assertThat(later.verdict(chain.getLast().hash()).faults()).isEmpty();
  }

  @Test
  void keysAreKeptAndAreTheirOwnersAlone() throws Exception {
    String before = Files.readString(folder.resolve("key"));
    CheckpointKey.ensure(folder.resolve("key"), folder.resolve("pub"));
    assertThat(Files.readString(folder.resolve("key"))).isEqualTo(before);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key"))))
        .isEqualTo("rw-------");
  }
}
