package org.safeguardinghub.risk.identity.match;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Invented names, places and callings, the frequent ones frequent. */
final class Invented {
  private static final String[] GIRLS =
      """
      mary elizabeth sarah ann jane margaret alice emma ellen hannah martha florence edith emily
      catherine charlotte isabella eleanor harriet louisa maria agnes ada rose susan rebecca
      lucy amelia frances caroline bridget esther dorothy mabel ethel minnie beatrice sophia
      matilda rachel abigail josephine georgina winifred clara phoebe ruth olive grace lydia"""
          .split("\\s+", -1);
  private static final String[] BOYS =
      """
      john william thomas george james joseph henry charles robert samuel edward arthur
      frederick david richard alfred walter albert harry peter benjamin ernest francis daniel
      isaac matthew michael stephen alexander andrew herbert patrick edwin philip hugh nicholas
      christopher abraham jacob anthony timothy nathaniel ralph simon lawrence martin owen evan
      ambrose silas"""
          .split("\\s+", -1);
  private static final String[] BEGINNINGS =
      """
      ash bram crow dun elder fen gar hollow iver jas kel larch mar nor oak pem quil rook sten
      thorn ulver var wex yar bick cald dray elm farn grim hazel ing"""
          .split("\\s+", -1);
  private static final String[] ENDINGS =
      """
      ford ley ton wick worth field grove more by well son man ham stead bury combe shaw croft
      dale er"""
          .split("\\s+", -1);
  private static final String[] CALLINGS =
      """
      labourer farmer weaver carpenter miner servant dressmaker tailor smith clerk shoemaker
      mason baker grocer carter sailor soldier teacher butcher painter politician engineer
      printer cooper thatcher miller gardener groom nurse governess clergyman physician writer
      composer"""
          .split("\\s+", -1);

  private final RandomGenerator random;

  Invented(RandomGenerator random) {
    this.random = random;
  }

  String given(boolean girl) {
    return frequent(girl ? GIRLS : BOYS);
  }

  String surname(int different) {
    return word(skewed(different));
  }

  String place(int different) {
    return word(700 - 1 - skewed(different));
  }

  String calling() {
    return frequent(CALLINGS);
  }

  /** Which of so many: the first are the most frequent. */
  int skewed(int many) {
    double at = random.nextDouble();
    return (int) (many * at * at * at);
  }

  private String frequent(String[] words) {
    return words[skewed(words.length)];
  }

  /** The invented word of a number from 0 to 699, always the same. */
  private static String word(int number) {
    int mixed = (number * 277 + 13) % (BEGINNINGS.length * ENDINGS.length);
    return BEGINNINGS[mixed / ENDINGS.length] + ENDINGS[mixed % ENDINGS.length];
  }

  /** A number of digits that does not begin with 0. */
  String digits(int many) {
    List<String> digits = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      digits.add(String.valueOf(i == 0 ? 1 + random.nextInt(9) : random.nextInt(10)));
    }
    return String.join("", digits);
  }
}
