package org.safeguardinghub.risk.identity;

import java.util.Optional;
import java.util.SortedSet;

/** What the rules may ask of the identity index. */
public interface IndexView {
  /** The child to which a person reference is linked with certainty. */
  Optional<String> confirmed(String personRef);

  /**
   * The children that hold a blocking key, without those that a steward said this person never is.
   */
  SortedSet<String> holders(String key, String personRef);

  /** The same for a weak key: nobody where so many hold it that it tells nothing. */
  SortedSet<String> few(String key, String personRef);

  /** Whether a person is being asked about somebody with this key of a reference or a number. */
  boolean asked(String key);

  /** A child with its comparison forms. */
  Candidate candidate(String childRef);
}
