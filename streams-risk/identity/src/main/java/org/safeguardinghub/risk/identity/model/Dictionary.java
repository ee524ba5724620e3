package org.safeguardinghub.risk.identity.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safeguardinghub.risk.identity.compare.Form;

/** The different values of a group of fields, numbered from 0 in the order of their coming. */
public final class Dictionary {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Form> forms = new ArrayList<>();
  private long[] signatures = new long[64];

  int number(Form form) {
    Integer known = numbers.putIfAbsent(form.key(), forms.size());
    if (known != null) {
      return known;
    }
    if (forms.size() == signatures.length) {
      signatures = Arrays.copyOf(signatures, forms.size() * 2);
    }
    signatures[forms.size()] = form.signature();
    forms.add(form);
    return forms.size() - 1;
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
