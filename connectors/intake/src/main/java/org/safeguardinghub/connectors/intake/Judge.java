package org.safeguardinghub.connectors.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safeguardinghub.connectors.intake.check.Check;
import org.safeguardinghub.connectors.intake.check.Checks;
import org.safeguardinghub.connectors.intake.check.Draft;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.safeguardinghub.connectors.intake.publish.ConcernMapper;
import org.safeguardinghub.connectors.intake.publish.Publication;
import org.safeguardinghub.connectors.intake.publish.References;
import org.safeguardinghub.connectors.intake.receipt.NewReceipt;
import org.safeguardinghub.connectors.intake.receipt.Revision;
import org.safeguardinghub.kernel.message.CanonicalJson;
import org.safeguardinghub.kernel.message.Refusal;
import org.safeguardinghub.kernel.message.StrictJson;
import org.safeguardinghub.schemas.ConcernRecord;

/**
 * Takes one submission through reading and checks. Pure but for sealing, which is different each
 * time.
 */
final class Judge {
  private final String connector;
  private final Checks checks;
  private final References references;
  private final ConcernMapper mapper;
  private final Refusing refusing;

  Judge(
      String connector,
      Checks checks,
      References references,
      ConcernMapper mapper,
      Refusing refusing) {
    this.connector = connector;
    this.checks = checks;
    this.references = references;
    this.mapper = mapper;
    this.refusing = refusing;
  }

  Judged judge(Feed feed, Submission submission, Instant now) {
    return judge(feed, submission, now, 1);
  }

  /**
   * @param number of a source that keeps its record ids: which of the record's contents it is
   */
  Judged judge(Feed feed, Submission submission, Instant now, int number) {
    byte[] body = submission.body().reveal();
    if (submission.unreadable().isPresent()) {
      return unreadable(feed, submission, submission.unreadable().get(), now);
    }
    return switch (StrictJson.read(body)) {
      case StrictJson.Reading.Unreadable(Refusal refusal) ->
          unreadable(feed, submission, refusal, now);
      case StrictJson.Reading.Read(var message) -> {
        String content = references.contentHash(feed, CanonicalJson.of(message));
        yield switch (checks.run(Draft.of(feed, now, submission.idempotencyKey(), message))) {
          case Check.Outcome.Passed(Draft draft) ->
              accepted(submission, draft, content, revision(submission, draft, number));
          case Check.Outcome.Refused(Refusal refusal) ->
              refusing.refused(
                  new Refusing.Message(
                      feed, submission, content, Optional.empty(), refusing.handling(message)),
                  refusal,
                  now);
        };
      }
    };
  }

  private Judged unreadable(Feed feed, Submission submission, Refusal refusal, Instant now) {
    String content =
        references.contentHash(feed, new String(submission.body().reveal(), ISO_8859_1));
    return refusing.refused(
        new Refusing.Message(feed, submission, content, Optional.empty(), Optional.empty()),
        refusal,
        now);
  }

  /**
   * The same submission once the store has found that its id or key was used for something else.
   */
  Judged reused(Feed feed, Submission submission, Judged judged, Refusal refusal) {
    NewReceipt receipt = judged.receipt();
    return refusing.refused(
        new Refusing.Message(
            feed, submission, receipt.contentHash(), receipt.eventId(), receipt.handling()),
        refusal,
        receipt.receivedAt());
  }

  private Optional<Revision> revision(Submission submission, Draft draft, int number) {
    return submission.stableRecord()
        ? Optional.of(new Revision(references.eventId(draft), number))
        : Optional.empty();
  }

  private Judged accepted(
      Submission submission, Draft passed, String content, Optional<Revision> revision) {
    Feed feed = passed.feed();
    String eventId =
        revision
            .map(one -> references.eventId(feed, one))
            .orElseGet(() -> references.eventId(passed));
    Draft draft =
        revision
            .filter(one -> one.number() > 1)
            .map(one -> new Revision(one.recordId(), one.number() - 1))
            .map(before -> passed.superseding(references.eventId(feed, before)))
            .orElse(passed);
    String receiptId = references.receiptOf(draft.feed(), eventId);
    List<ConcernRecord> records = mapper.map(draft, eventId, receiptId);
    Publication publication = Publication.accepted(records);
    NewReceipt receipt =
        new NewReceipt(
            receiptId,
            draft.feed().name(),
            connector,
            Optional.of(eventId),
            Optional.of(draft.type().code()),
            content,
            revision,
            draft.key().map(key -> references.keyHash(draft.feed(), key)),
            Optional.empty(),
            records.size(),
            Optional.of(draft.effectiveHandling()),
            draft.receivedAt(),
            submission.origin(),
            Optional.empty());
    boolean namedByKey =
        draft.envelope().ids().eventId().isEmpty()
            && draft.envelope().ids().sourceRecordId().isEmpty();
    return new Judged(receipt, publication, draft.gateway().isEmpty(), namedByKey);
  }
}
