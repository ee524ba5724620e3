package org.safeguardinghub.risk.identity;

/**
 * A keyed hash: the same value in the same domain gives the same text, which tells nothing of the
 * value.
 */
@FunctionalInterface
public interface KeyedHash {
  String of(String domain, String value);
}
