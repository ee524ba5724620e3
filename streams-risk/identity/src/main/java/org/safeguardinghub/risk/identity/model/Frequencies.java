package org.safeguardinghub.risk.identity.model;

import java.util.Arrays;
import org.safeguardinghub.risk.identity.compare.Agreement;

/**
 * How telling each value of each field is: two people share a rare surname less often than a common
 * one.
 */
public final class Frequencies {
  /**
   * As many people as what is usual weighs against what the file tells: in a file of a dozen people
   * a name is not frequent because two records of one person have it.
   */
  private static final double USUAL_PEOPLE = 10;

  /** No slip is made by so many people in the same way: what they bear is a name. */
  private static final int MANY = 25;

  private final float[][] telling;

  /** By field, the bits up to which a value is borne by many people. */
  private final float[] common;

  private Frequencies(float[][] telling, float[] common) {
    this.telling = telling;
    this.common = common;
  }

  /** By the records of a table. */
  public static Frequencies ofRecords(PersonTable table) {
    int[] each = new int[table.rows()];
    Arrays.setAll(each, row -> row);
    return ofPeople(table, each);
  }

  /**
   * By people: a value counts once for each person who has it, however many records say so.
   *
   * @param people the number of each record's person, below the number of records
   */
  public static Frequencies ofPeople(PersonTable table, int[] people) {
    float[][] telling = new float[table.fields().size()][];
    float[] common = new float[telling.length];
    int[] order = byPerson(people);
    for (int field = 0; field < telling.length; field++) {
      telling[field] = telling(table, field, people, order, common);
    }
    return new Frequencies(telling, common);
  }

  /**
   * Of a table too small to count: each value is as telling as values of its field are on the
   * whole.
   */
  public static Frequencies typical(PersonTable table, Parameters learnt) {
    float[][] telling = new float[table.fields().size()][];
    for (int field = 0; field < telling.length; field++) {
      telling[field] = new float[table.group(field).dictionary().size()];
      double shared = learnt.two(field, Agreement.EXACT);
      Arrays.fill(telling[field], (float) (-StrictMath.log(shared) / StrictMath.log(2)));
    }
    return new Frequencies(telling, new float[telling.length]);
  }

  private static float[] telling(
      PersonTable table, int field, int[] people, int[] order, float[] common) {
    int size = table.group(field).dictionary().size();
    int[] counts = new int[size];
    int[] lastPerson = new int[size];
    Arrays.fill(lastPerson, -1);
    int known = 0;
    for (int row : order) {
      int value = table.value(row, field);
      if (value != PersonTable.MISSING && lastPerson[value] != people[row]) {
        lastPerson[value] = people[row];
        counts[value]++;
        known++;
      }
    }
    float[] telling = new float[size];
    double usual = USUAL_PEOPLE * StrictMath.pow(2, -table.fields().get(field).kind().usualBits());
    for (int value = 0; value < size; value++) {
      telling[value] = improbability(known, counts[value], usual);
    }
    common[field] = improbability(known, MANY, usual);
    return telling;
  }

  private static float improbability(int known, int count, double usual) {
    double share = (Math.max(count - 0.5, 0.5) + usual) / (known + USUAL_PEOPLE);
    return (float) (-StrictMath.log(share) / StrictMath.log(2));
  }

  private static int[] byPerson(int[] people) {
    int[] starts = new int[people.length + 1];
    for (int person : people) {
      starts[person + 1]++;
    }
    for (int i = 0; i < people.length; i++) {
      starts[i + 1] += starts[i];
    }
    int[] order = new int[people.length];
    for (int row = 0; row < people.length; row++) {
      order[starts[people[row]]++] = row;
    }
    return order;
  }

  /** Whether many people in the table have this value of this field; never told of a small one. */
  boolean common(int field, int value) {
    return telling[field][value] <= common[field];
  }

  /** The improbability, in bits, that somebody else has this value of this field too. */
  public float bits(int field, int value) {
    return telling[field][value];
  }
}
