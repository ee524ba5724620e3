package org.safeguardinghub.connectors.form.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class XmlTextTest {
  private static final String LIST =
      "<list xmlns='urn:x'><child id='1'><name>Zoë</name></child><child id='2'/><other/></list>";

  @Test
  void givesTheElementsOfAPathOneByOne() {
    assertThat(ids("list", "child")).containsExactly("1/Zoë", "2/");
    assertThat(ids("*", "child")).containsExactly("1/Zoë", "2/");
    assertThat(ids("list", "nobody")).isEmpty();
  }

  @Test
  void knowsTheRootOfAText() {
    assertThat(XmlText.root(LIST.getBytes(UTF_8)).map(root -> root.namespace() + root.name()))
        .hasValue("urn:xlist");
    assertThat(XmlText.root("a,b\n<c>".getBytes(UTF_8))).isEmpty();
    assertThat(XmlText.root(new byte[0])).isEmpty();
  }

  @Test
  void readsTheEncodingThatIsDeclared() {
    String latin = "<?xml version='1.0' encoding='ISO-8859-1'?><a>Zoë</a>";
    String wide = "<?xml version='1.0' encoding='UTF-16'?><a>Zoë</a>";
    assertThat(text(latin.getBytes(ISO_8859_1))).isEqualTo("Zoë");
    assertThat(text(wide.getBytes(UTF_16))).isEqualTo("Zoë");
    assertThat(text("\uFEFF<a>Zoë</a>".getBytes(UTF_8))).isEqualTo("Zoë");
    assertThat(XmlText.document("<a>Zoë</a>".getBytes(ISO_8859_1)))
        .isInstanceOf(XmlText.Piece.Broken.class);
  }

  @Test
  void keepsWhatStandsBeforeABreak() {
    byte[] broken = LIST.replace("<other/>", "<other>").getBytes(UTF_8);
    List<String> pieces = new ArrayList<>();
    XmlText.elements(broken, List.of("list", "child"))
        .forEachRemaining(piece -> pieces.add(piece.getClass().getSimpleName()));
    assertThat(pieces).containsExactly("Element", "Element", "Broken");
  }

  static Stream<Arguments> attacks() {
    return Stream.of(
        Arguments.of(
            "entity expansion", "<!DOCTYPE a [<!ENTITY x 'xx'><!ENTITY y '&x;&x;'>]><a>&y;</a>"),
        Arguments.of(
            "a file", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>"),
        Arguments.of("an address", "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/x.dtd'><a/>"),
        Arguments.of("unknown entity", "<a>&x;</a>"),
        Arguments.of("depth", "<a>".repeat(5000) + "</a>".repeat(5000)),
        Arguments.of("attributes", "<a " + attributes() + "/>"),
        Arguments.of("two roots", "<a/><b/>"),
        Arguments.of("cut off", "<a><b>"),
        Arguments.of("nothing", ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void refusesWhatMayHarm(String what, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    assertThat(XmlText.document(bytes)).as(what).isInstanceOf(XmlText.Piece.Broken.class);
    assertThat(XmlText.check(bytes)).as(what).isPresent();
  }

  @Test
  void saysNothingOfTheText() {
    String marker = "Quibblewort";
    assertThat(XmlText.document(("<a><" + marker + "></a>").getBytes(UTF_8)).toString())
        .doesNotContain(marker);
    assertThat(XmlText.document(("<a>" + marker + "</a>").getBytes(UTF_8)).toString())
        .doesNotContain(marker);
  }

  private static String attributes() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      text.append("a").append(i).append("='' ");
    }
    return text.toString();
  }

  private static String text(byte[] bytes) {
    return ((XmlText.Piece.Element) XmlText.document(bytes)).node().text();
  }

  private static List<String> ids(String... path) {
    List<String> ids = new ArrayList<>();
    Iterator<XmlText.Piece> pieces = XmlText.elements(LIST.getBytes(UTF_8), List.of(path));
    while (pieces.hasNext()) {
      XmlNode node = ((XmlText.Piece.Element) pieces.next()).node();
      ids.add(node.attribute("id") + "/" + node.at("name"));
    }
    return ids;
  }
}
