package org.safeguardinghub.connectors.drop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.connectors.form.Content;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.form.Item;
import org.safeguardinghub.connectors.form.Marks;
import org.safeguardinghub.connectors.form.Place;
import org.safeguardinghub.connectors.intake.Submission;
import org.safeguardinghub.kernel.event.Sensitive;

/**
 * What the intake is told of records of which no message could be made, so that they have receipts
 * and are counted. A record is known again by what it says, in whatever row of whatever file it
 * comes; where its form cannot tell what that is, by the file's content and its place in it.
 */
final class Unmade {
  private final Content file;
  private byte @Nullable [] ofFile;

  Unmade(Content file) {
    this.file = file;
  }

  Submission submission(Item item, Fate.Refused refused) throws IOException {
    Optional<Sensitive<byte[]>> ofRecord = item.mark();
    byte[] mark = ofRecord.isPresent() ? ofRecord.get().reveal() : at(item.place(), ofFile());
    return Submission.ofRefusedRecord(
        mark, refused.reasonCode(), refused.whatToDo(), place(item.place(), refused));
  }

  private static String place(Place place, Fate.Refused refused) {
    return refused.field().isEmpty() ? place.toString() : place + ", " + refused.field();
  }

  /** Read once more, and only for what needs it: it may be long. */
  private byte[] ofFile() throws IOException {
    byte[] known = ofFile;
    if (known == null) {
      known = Marks.of(file);
      ofFile = known;
    }
    return known;
  }

  private static byte[] at(Place place, byte[] ofFile) {
    byte[] words = place.toString().getBytes(UTF_8);
    return ByteBuffer.allocate(ofFile.length + words.length).put(ofFile).put(words).array();
  }
}
