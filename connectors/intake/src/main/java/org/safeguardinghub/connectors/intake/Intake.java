package org.safeguardinghub.connectors.intake;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.safeguardinghub.connectors.intake.check.Checks;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.safeguardinghub.connectors.intake.publish.ConcernMapper;
import org.safeguardinghub.connectors.intake.publish.OutboxCodec;
import org.safeguardinghub.connectors.intake.publish.PublishQueue;
import org.safeguardinghub.connectors.intake.publish.Publishing;
import org.safeguardinghub.connectors.intake.publish.RecordSender;
import org.safeguardinghub.connectors.intake.publish.References;
import org.safeguardinghub.connectors.intake.receipt.ReceiptStore;
import org.safeguardinghub.connectors.intake.receipt.Recorded;
import org.safeguardinghub.connectors.intake.receipt.StoreUnavailable;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.message.Refusal;
import org.safeguardinghub.kernel.message.Step;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.sharing.LegalGateways;

/**
 * Takes messages in. A message counts as received once it is recorded in the store: from then on it
 * reaches its topic, whatever crashes. Whoever calls again with the same message gets the first
 * receipt.
 */
public final class Intake {
  private final Judge judge;
  private final Corrections corrections;
  private final Register register;
  private final PublishQueue outgoing;
  private final InstantSource clock;
  private final Gathering<Checked, Taken> gathering = new Gathering<>(Checked::bytes, this::take);

  private Intake(Judge judge, Register register, PublishQueue outgoing, InstantSource clock) {
    this.judge = judge;
    this.corrections = new Corrections(judge, register);
    this.register = register;
    this.outgoing = outgoing;
    this.clock = clock;
  }

  /**
   * The intake of one connector.
   *
   * @param publisher one thread that publishes what was recorded
   */
  public static Intake of(
      String connector,
      HubKeys keys,
      ReceiptStore receipts,
      RecordSender sender,
      Executor publisher,
      InstantSource clock) {
    EventCatalogue catalogue = EventCatalogue.load();
    References references = new References(keys);
    OutboxCodec outbox = new OutboxCodec(keys);
    Judge judge =
        new Judge(
            connector,
            Checks.standard(catalogue, LegalGateways.load()),
            references,
            new ConcernMapper(keys, references, catalogue),
            new Refusing(connector, keys, references, catalogue));
    PublishQueue outgoing =
        new PublishQueue(new Publishing(connector, receipts, sender, outbox), publisher);
    return new Intake(judge, new Register(receipts, outbox, outgoing), outgoing, clock);
  }

  /** What was recorded and not published. */
  public PublishQueue outgoing() {
    return outgoing;
  }

  /**
   * Takes one message, together with whatever else comes for its feed at the same time, and waits
   * until it is known whether it is on its topic.
   */
  public Result submit(Feed feed, Submission submission) {
    return submitTogether(feed, List.of(submission)).getFirst();
  }

  /**
   * The same for callers that come many at once with little each: those of a feed who wait go to
   * the database and to the broker together.
   *
   * @throws StoreUnavailable if nothing could be recorded: send the same again later
   */
  public List<Result> submitTogether(Feed feed, List<Submission> submissions) {
    return gathering.bring(feed, checked(feed, submissions)).stream().map(Taken::onceOut).toList();
  }

  /**
   * The same for callers to whom recorded is enough: what they brought is on its way and will not
   * be lost.
   *
   * @throws StoreUnavailable if nothing could be recorded: send the same again later
   */
  public List<Result> recordTogether(Feed feed, List<Submission> submissions) {
    return gathering.bring(feed, checked(feed, submissions)).stream().map(Taken::atOnce).toList();
  }

  /**
   * Takes messages of one feed; the results are in their order, and say that they are recorded, not
   * yet that they are on their topics.
   *
   * @throws StoreUnavailable if nothing could be recorded: send the same again later
   */
  public List<Result> submitAll(Feed feed, List<Submission> submissions) {
    return ready(feed, submissions).record();
  }

  /**
   * The same in two steps: the first reads and checks, and may run beside the second of those
   * before.
   */
  public Ready ready(Feed feed, List<Submission> submissions) {
    List<Checked> checked = checked(feed, submissions);
    return () -> take(feed, checked).stream().map(Taken::atOnce).toList();
  }

  private List<Checked> checked(Feed feed, List<Submission> submissions) {
    Instant now = clock.instant();
    return submissions.stream()
        .map(submission -> new Checked(submission, judge.judge(feed, submission, now)))
        .toList();
  }

  private List<Taken> take(Feed feed, List<Checked> checked) {
    List<Judged> numbered = corrections.numbered(feed, checked);
    List<Taken> taken = new ArrayList<>(register.record(numbered));
    Map<Integer, Judged> reused = new TreeMap<>();
    for (int i = 0; i < taken.size(); i++) {
      int index = i;
      if (taken.get(i).recorded() instanceof Recorded.IdReused) {
        corrections
            .again(feed, checked.get(i).submission(), taken.get(i).judged().receipt())
            .ifPresent(attempt -> taken.set(index, attempt));
      }
      refusal(taken.get(i))
          .ifPresent(
              refusal ->
                  reused.put(
                      index,
                      judge.reused(
                          feed,
                          checked.get(index).submission(),
                          taken.get(index).judged(),
                          refusal)));
    }
    Iterator<Taken> refused = register.record(List.copyOf(reused.values())).iterator();
    reused.keySet().forEach(index -> taken.set(index, refused.next()));
    return taken;
  }

  /** Why a message is refused that the store found to stand in the way of another. */
  private static Optional<Refusal> refusal(Taken taken) {
    return switch (taken.recorded()) {
      case Recorded.First _, Recorded.Again _ -> Optional.empty();
      case Recorded.IdReused _ -> Optional.of(taken.judged().namedByKey() ? KEY_REUSED : ID_REUSED);
      case Recorded.KeyReused _ -> Optional.of(KEY_REUSED);
    };
  }

  private static final Refusal ID_REUSED =
      Refusal.whole(
          Step.DUPLICATE,
          "ID_REUSED",
          "this id was used for another content: send a correction under a new id, with supersedes naming this one");

  private static final Refusal KEY_REUSED =
      Refusal.whole(
          Step.DUPLICATE,
          "KEY_REUSED",
          "this Idempotency-Key was used for another message: use a new key for each message");
}
