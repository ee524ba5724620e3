package org.safeguardinghub.connectors.intake;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.safeguardinghub.connectors.intake.check.Checks;
import org.safeguardinghub.connectors.intake.envelope.Refusal;
import org.safeguardinghub.connectors.intake.envelope.Step;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.safeguardinghub.connectors.intake.publish.ConcernMapper;
import org.safeguardinghub.connectors.intake.publish.OutboxCodec;
import org.safeguardinghub.connectors.intake.publish.Publication;
import org.safeguardinghub.connectors.intake.publish.Publishing;
import org.safeguardinghub.connectors.intake.publish.RecordSender;
import org.safeguardinghub.connectors.intake.publish.References;
import org.safeguardinghub.connectors.intake.receipt.NewReceipt;
import org.safeguardinghub.connectors.intake.receipt.ReceiptStore;
import org.safeguardinghub.connectors.intake.receipt.Recorded;
import org.safeguardinghub.connectors.intake.receipt.StoreUnavailable;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.sharing.LegalGateways;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages in. A message counts as received once it is recorded in the store: from then on it
 * reaches its topic, whatever crashes. Whoever calls again with the same message gets the first
 * receipt.
 */
public final class Intake {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  private final Judge judge;
  private final Corrections corrections;
  private final ReceiptStore receipts;
  private final Publishing publishing;
  private final InstantSource clock;
  private final Gathering gathering = new Gathering(this::submitAll);

  private Intake(Judge judge, ReceiptStore receipts, Publishing publishing, InstantSource clock) {
    this.judge = judge;
    this.corrections = new Corrections(judge, receipts);
    this.receipts = receipts;
    this.publishing = publishing;
    this.clock = clock;
  }

  /** The intake of one connector. */
  public static Intake of(
      String connector,
      HubKeys keys,
      ReceiptStore receipts,
      RecordSender sender,
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
            outbox,
            new Refusing(connector, keys, references, catalogue, outbox));
    return new Intake(judge, receipts, new Publishing(connector, receipts, sender, outbox), clock);
  }

  public Publishing publishing() {
    return publishing;
  }

  /** Takes one message, together with whatever else comes for its feed at the same time. */
  public Result submit(Feed feed, Submission submission) {
    return submitTogether(feed, List.of(submission)).getFirst();
  }

  /**
   * The same as {@link #submitAll} for callers that come many at once with little each: those of a
   * feed who wait go to database and broker together.
   *
   * @throws StoreUnavailable if nothing could be recorded: send the same again later
   */
  public List<Result> submitTogether(Feed feed, List<Submission> submissions) {
    return gathering.submitAll(feed, submissions);
  }

  /**
   * Takes messages of one feed; the results are in their order.
   *
   * @throws StoreUnavailable if nothing could be recorded: send the same again later
   */
  public List<Result> submitAll(Feed feed, List<Submission> submissions) {
    Instant now = clock.instant();
    List<Judged> judged = new ArrayList<>();
    for (Submission submission : submissions) {
      judged.add(judge.judge(feed, submission, now));
    }
    judged = new ArrayList<>(corrections.numbered(feed, submissions, judged, now));
    List<Recorded> recorded =
        new ArrayList<>(receipts.record(judged.stream().map(Judged::receipt).toList()));
    correct(feed, submissions, judged, recorded);
    Map<Integer, Judged> reused = reused(feed, submissions, judged, recorded);
    if (!reused.isEmpty()) {
      List<Recorded> again =
          receipts.record(reused.values().stream().map(Judged::receipt).toList());
      int next = 0;
      for (Map.Entry<Integer, Judged> one : reused.entrySet()) {
        judged.set(one.getKey(), one.getValue());
        recorded.set(one.getKey(), again.get(next++));
      }
    }
    Set<String> published = publish(judged, recorded);
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < judged.size(); i++) {
      results.add(result(judged.get(i), recorded.get(i), published));
    }
    return results;
  }

  private void correct(
      Feed feed, List<Submission> submissions, List<Judged> judged, List<Recorded> recorded) {
    for (int i = 0; i < judged.size(); i++) {
      if (recorded.get(i) instanceof Recorded.IdReused) {
        int index = i;
        corrections
            .again(feed, submissions.get(i), judged.get(i).receipt())
            .ifPresent(
                attempt -> {
                  judged.set(index, attempt.judged());
                  recorded.set(index, attempt.recorded());
                });
      }
    }
  }

  private Map<Integer, Judged> reused(
      Feed feed, List<Submission> submissions, List<Judged> judged, List<Recorded> recorded) {
    Map<Integer, Judged> reused = new TreeMap<>();
    for (int i = 0; i < judged.size(); i++) {
      Judged one = judged.get(i);
      switch (recorded.get(i)) {
        case Recorded.First _, Recorded.Again _ -> {}
        case Recorded.IdReused _ ->
            reused.put(
                i,
                judge.reused(
                    feed, submissions.get(i), one, one.namedByKey() ? KEY_REUSED : ID_REUSED));
        case Recorded.KeyReused _ ->
            reused.put(i, judge.reused(feed, submissions.get(i), one, KEY_REUSED));
      }
    }
    return reused;
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

  private Set<String> publish(List<Judged> judged, List<Recorded> recorded) {
    Map<String, Publication> fresh = new LinkedHashMap<>();
    for (int i = 0; i < judged.size(); i++) {
      if (recorded.get(i) instanceof Recorded.First) {
        fresh.put(judged.get(i).receipt().receiptId(), judged.get(i).publication());
      }
    }
    if (fresh.isEmpty()) {
      return Set.of();
    }
    try {
      return publishing.publish(fresh);
    } catch (StoreUnavailable e) {
      // Recorded, but not known to be published: a later sweep publishes again, which changes
      // nothing downstream.
      LOG.warn("{} messages were recorded; the sweep publishes them", fresh.size());
      return Set.of();
    }
  }

  private static Result result(Judged judged, Recorded recorded, Set<String> published) {
    NewReceipt receipt = judged.receipt();
    if (receipt.refusal().isPresent()) {
      return new Result.Refused(receipt.receiptId(), receipt.refusal().get());
    }
    boolean first = recorded instanceof Recorded.First;
    return judged.accepted(first, !first || published.contains(receipt.receiptId()));
  }
}
