package org.safeguardinghub.risk.identity.cluster;

/** Pairs of rows with what each is worth, numbered from 0. */
public interface Links {
  /** How many there are. */
  int size();

  /** The lower row of a pair. */
  int one(int pair);

  /** Its higher row. */
  int other(int pair);

  /** What it is worth in bits: above 0 one person is likelier than two. */
  double bits(int pair);
}
