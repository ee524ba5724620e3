package org.safeguardinghub.notifier.delivery;

/**
 * What came of one attempt. Codes are short and fixed or numeric ({@code smtp-250}, {@code
 * http-503}, {@code timeout}), never text of a provider: that may repeat an address.
 */
public sealed interface Answer {
  String code();

  /** The receiver has taken it over. */
  record Accepted(String code) implements Answer {}

  /**
   * A provider has taken it over and does not know yet whether it arrived: to be asked again. Where
   * it never knows, the channel has not worked.
   */
  record HandedOver(String code) implements Answer {}

  /** It may work later. */
  record TryAgain(String code) implements Answer {}

  /** It will never work for this receiver on this channel. */
  record Refused(String code) implements Answer {}
}
