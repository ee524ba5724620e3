package org.safeguardinghub.risk.identity.file;

/**
 * A name in one piece, cut into given names and surname. What other columns say goes first; a whole
 * name fills what they leave blank, and adds given names that they leave out.
 *
 * @param given given names
 * @param surname family name
 */
record WholeName(String given, String surname) {
  /** The names that follow from two columns and a whole name, each of which may be blank. */
  static WholeName of(String given, String surname, String whole) {
    WholeName cut = cut(whole.strip());
    String family = surname.isBlank() ? cut.surname : surname;
    boolean fuller =
        !cut.given.equals(given) && (" " + cut.given + " ").contains(" " + given + " ");
    return new WholeName(given.isBlank() || fuller ? cut.given : given, family);
  }

  private static WholeName cut(String whole) {
    int comma = whole.indexOf(',');
    if (comma > 0 && comma < whole.length() - 1) {
      return new WholeName(whole.substring(comma + 1).strip(), whole.substring(0, comma).strip());
    }
    int last = whole.lastIndexOf(' ');
    return last < 0
        ? new WholeName("", whole)
        : new WholeName(whole.substring(0, last).strip(), whole.substring(last + 1));
  }
}
