package org.safeguardinghub.console.alert;

import java.util.Arrays;
import java.util.Optional;

/** What stands in addresses and forms under a word of its own. */
interface Coded {
  /** The word. */
  String code();

  /** The one of these that has a code. */
  static <T extends Coded> Optional<T> find(T[] all, String code) {
    return Arrays.stream(all).filter(one -> one.code().equals(code)).findFirst();
  }
}
