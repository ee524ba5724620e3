package org.safeguardinghub.risk.identity.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.safeguardinghub.risk.identity.compare.Form;

/**
 * The different values of a group of fields, numbered from 0 in the order of their coming. Values
 * are found by their keys, which are kept once, in the values.
 */
public final class Dictionary {
  private final List<Form> forms = new ArrayList<>();
  private long[] signatures = new long[64];

  /**
   * Numbers of values plus 1, with the hashes of their keys above them, at places that follow from
   * these; 0 is free. Most values that are not sought are passed over without being looked at.
   */
  private long[] places = new long[128];

  int number(Form form) {
    int hash = hash(form.key());
    int at = place(form.key(), hash);
    if (places[at] != 0) {
      return number(places[at]);
    }
    int number = forms.size();
    if (number == signatures.length) {
      signatures = Arrays.copyOf(signatures, number * 2);
    }
    signatures[number] = form.signature();
    forms.add(form);
    places[at] = (long) hash << Integer.SIZE | (number + 1);
    if (forms.size() * 2 > places.length) {
      grow();
    }
    return number;
  }

  private static int hash(String key) {
    int hash = key.hashCode() * 0x9E3779B9;
    return hash ^ hash >>> 15;
  }

  private static int hash(long place) {
    return (int) (place >>> Integer.SIZE);
  }

  private static int number(long place) {
    return (int) place - 1;
  }

  /** Where a key's number stands or, where it is not there, may be put. */
  private int place(String key, int hash) {
    int at = hash & (places.length - 1);
    while (places[at] != 0 && !has(places[at], key, hash)) {
      at = (at + 1) & (places.length - 1);
    }
    return at;
  }

  private boolean has(long place, String key, int hash) {
    return hash(place) == hash && forms.get(number(place)).key().equals(key);
  }

  private void grow() {
    long[] before = places;
    places = new long[before.length * 2];
    for (long place : before) {
      if (place != 0) {
        int at = hash(place) & (places.length - 1);
        while (places[at] != 0) {
          at = (at + 1) & (places.length - 1);
        }
        places[at] = place;
      }
    }
  }

  /** The value of this number. */
  public Form form(int number) {
    return forms.get(number);
  }

  /** The signature of the value of this number. */
  long signature(int number) {
    return signatures[number];
  }

  /** How many different values there are. */
  public int size() {
    return forms.size();
  }
}
