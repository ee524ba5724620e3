package org.safeguardinghub.connectors.health.fhir;

import java.io.StringReader;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Looks a text over before the FHIR parser sees it, which takes a number of a billion digits and
 * any depth without a word. JSON is looked over by the reader that all forms share.
 */
final class XmlScan {
  /** Deeper than any resource nests. */
  private static final int DEEPEST = 64;

  private static final int LARGEST_EXPONENT = 20;
  private static final int LONGEST_NUMBER = 100;
  private static final int MOST_NODES = 100_000;
  static final String NAMESPACE = "http://hl7.org/fhir";
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?[0-9]{0,40}\\.?[0-9]{0,40}[eE][+-]?0*([0-9]+)");

  private static final Fault NUMBERS =
      new Fault("NUMBER_TOO_LARGE", "write numbers with at most 100 digits and small exponents");
  static final Fault TOO_MUCH =
      new Fault(
          "TOO_DEEP_OR_LONG",
          "send at most 64 levels and 100,000 elements in one message; documents stay at the source");

  private XmlScan() {}

  static Optional<Fault> xml(String text) {
    try {
      XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text));
      return xml(reader);
    } catch (XMLStreamException e) {
      return Optional.of(
          new Fault(
              "MALFORMED_XML",
              "this is not well-formed XML, ends in the middle or declares a document type: mend the text"));
    }
  }

  private static Optional<Fault> xml(XMLStreamReader reader) throws XMLStreamException {
    int depth = 0;
    int nodes = 0;
    String[] path = new String[DEEPEST + 1];
    while (reader.hasNext()) {
      int event = reader.next();
      switch (event) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
          return Optional.of(new Fault("DOCTYPE", "leave the document type and its entities out"));
        }
        case XMLStreamConstants.START_ELEMENT -> {
          if (depth == 0 && !NAMESPACE.equals(reader.getNamespaceURI())) {
            return Optional.of(
                new Fault("NOT_FHIR", "the root element must be of the namespace " + NAMESPACE));
          }
          if (depth >= DEEPEST || ++nodes > MOST_NODES) {
            return Optional.of(TOO_MUCH);
          }
          path[depth++] = reader.getLocalName();
          if (depth > 1 && exponent(reader, path[depth - 2])) {
            return Optional.of(NUMBERS);
          }
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {}
      }
    }
    return Optional.empty();
  }

  /** An identifier may look like a number with an exponent; nobody reckons with it. */
  private static boolean exponent(XMLStreamReader reader, String parent) {
    String value = reader.getAttributeValue(null, "value");
    return value != null
        && !parent.endsWith("dentifier")
        && !parent.equals("telecom")
        && tooLarge(value);
  }

  private static boolean tooLarge(String number) {
    if (number.length() > LONGEST_NUMBER) {
      return number.indexOf(' ') < 0 && NUMBER.matcher(number).matches();
    }
    Matcher matcher = NUMBER.matcher(number);
    return matcher.matches()
        && (matcher.group(1).length() > 2 || Integer.parseInt(matcher.group(1)) > LARGEST_EXPONENT);
  }

  /** The JDK's own parser, whatever else is on the class path, and without the way outside. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty("jdk.xml.dtd.support", "deny");
    factory.setProperty("jdk.xml.maxElementDepth", Integer.toString(DEEPEST + 8));
    return factory;
  }
}
