package org.safeguardinghub.connectors.form.read;

import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML that nobody has checked. No document type, so no entities of its own, no file and no
 * address is ever opened; bounded in depth, lengths and attributes. The encoding is that of the
 * declaration or the byte order mark.
 */
public final class XmlText {
  /** The deepest nesting. */
  public static final int MAX_DEPTH = 64;

  /** The longest text of one element, in characters. */
  public static final int MAX_TEXT = 1_000_000;

  /** The most elements in one piece. */
  public static final int MAX_ELEMENTS = 200_000;

  private static final int MAX_ATTRIBUTES = 100;
  private static final XMLInputFactory FACTORY = factory();

  private XmlText() {}

  /** One piece of the text. */
  public sealed interface Piece {
    /** A whole element that was asked for. */
    record Element(int number, XmlNode node) implements Piece {}

    /** The text cannot be read further. */
    record Broken(Unreadable fault) implements Piece {}
  }

  /**
   * The root element's name and namespace, without its content; empty if the text does not begin as
   * XML does.
   */
  public static Optional<XmlNode> root(byte[] bytes) {
    if (!looksLike(bytes)) {
      return Optional.empty();
    }
    try {
      XMLStreamReader reader = open(bytes);
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          return Optional.of(node(reader));
        }
      }
      return Optional.empty();
    } catch (XMLStreamException | RuntimeException e) {
      return Optional.empty(); // not XML, as far as recognising goes
    }
  }

  /** Whether the text could be XML at all, from its first characters. */
  public static boolean looksLike(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, 256); i++) {
      byte next = bytes[i];
      if (next == '<') {
        return true;
      }
      boolean skipped =
          next == 0 || next == ' ' || next == '\n' || next == '\r' || next == '\t' || next < 0;
      if (!skipped) {
        return false;
      }
    }
    return false;
  }

  /** Checks the whole text without building anything: for formats that bring their own parser. */
  public static Optional<Unreadable> check(byte[] bytes) {
    Pieces pieces = new Pieces(bytes, List.of("\u0000never"));
    while (pieces.hasNext()) {
      if (pieces.next() instanceof Piece.Broken(Unreadable fault)) {
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }

  /** The whole document: one element, or why it cannot be read. */
  public static Piece document(byte[] bytes) {
    Pieces pieces = new Pieces(bytes, List.of());
    Piece first = pieces.next();
    return first instanceof Piece.Element && pieces.hasNext() ? pieces.next() : first;
  }

  /**
   * The elements at the end of a path of local names from the root on, one after the other; a name
   * {@code *} stands for any. Ends behind the first piece that is broken.
   */
  public static Iterator<Piece> elements(byte[] bytes, List<String> path) {
    return new Pieces(bytes, path);
  }

  private static XMLInputFactory factory() {
    // Never newInstance(): a library on the class path may bring a parser without these limits.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty("jdk.xml.maxElementDepth", Integer.toString(MAX_DEPTH));
    factory.setProperty("jdk.xml.elementAttributeLimit", Integer.toString(MAX_ATTRIBUTES));
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing is fetched");
        });
    return factory;
  }

  private static XMLStreamReader open(byte[] bytes) throws XMLStreamException {
    Reader text = XmlBytes.decoded(bytes);
    synchronized (FACTORY) {
      return FACTORY.createXMLStreamReader(text);
    }
  }

  private static XmlNode node(XMLStreamReader reader) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.putIfAbsent(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    String namespace = reader.getNamespaceURI();
    return new XmlNode(
        reader.getLocalName(),
        namespace == null ? "" : namespace,
        reader.getLocation().getLineNumber(),
        attributes);
  }

  private static final class Pieces implements Iterator<Piece> {
    private final List<String> path;
    private final Deque<String> open = new ArrayDeque<>();
    private @Nullable XMLStreamReader reader;
    private @Nullable Piece next;
    private int number;

    Pieces(byte[] bytes, List<String> path) {
      this.path = List.copyOf(path);
      try {
        reader = open(bytes);
        next = advance(reader);
      } catch (XMLStreamException | RuntimeException e) {
        next = broken(e);
      }
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public Piece next() {
      Piece piece = next;
      if (piece == null) {
        throw new NoSuchElementException();
      }
      XMLStreamReader source = reader;
      if (source == null || piece instanceof Piece.Broken) {
        next = null;
      } else {
        try {
          next = advance(source);
        } catch (XMLStreamException | RuntimeException e) {
          next = broken(e);
        }
      }
      return piece;
    }

    private @Nullable Piece advance(XMLStreamReader source) throws XMLStreamException {
      while (source.hasNext()) {
        switch (source.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            if (wanted(source.getLocalName())) {
              return new Piece.Element(++number, tree(source));
            }
            open.addLast(source.getLocalName());
          }
          case XMLStreamConstants.END_ELEMENT -> open.removeLast();
          case XMLStreamConstants.DTD -> {
            return refused("DOCUMENT_TYPE", "leave the DOCTYPE out: none is read", source);
          }
          default -> {
            // comments, white space and the like
          }
        }
      }
      return null;
    }

    /** An empty path wants the root. */
    private boolean wanted(String name) {
      if (path.isEmpty()) {
        return open.isEmpty();
      }
      if (open.size() != path.size() - 1 || !matches(path.getLast(), name)) {
        return false;
      }
      int i = 0;
      for (String above : open) {
        if (!matches(path.get(i++), above)) {
          return false;
        }
      }
      return true;
    }

    private static boolean matches(String wanted, String name) {
      return wanted.equals("*") || wanted.equals(name);
    }

    private static XmlNode tree(XMLStreamReader source) throws XMLStreamException {
      XmlNode top = node(source);
      Deque<XmlNode> above = new ArrayDeque<>(List.of(top));
      Deque<StringBuilder> texts = new ArrayDeque<>(List.of(new StringBuilder()));
      int elements = 1;
      while (!above.isEmpty()) {
        switch (source.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            if (++elements > MAX_ELEMENTS) {
              throw new XMLStreamException("too many elements", source.getLocation());
            }
            XmlNode child = node(source);
            above.getLast().add(child);
            above.addLast(child);
            texts.addLast(new StringBuilder());
          }
          case XMLStreamConstants.END_ELEMENT ->
              above.removeLast().text(texts.removeLast().toString().strip());
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
            StringBuilder text = texts.getLast().append(source.getText());
            if (text.length() > MAX_TEXT) {
              throw new XMLStreamException("too long a text", source.getLocation());
            }
          }
          default -> {
            // comments and the like
          }
        }
      }
      return top;
    }

    private static Piece refused(String reason, String whatToDo, XMLStreamReader source) {
      return new Piece.Broken(new Unreadable(reason, whatToDo, place(source.getLocation())));
    }

    /** What a parser says of bad text holds pieces of it, so only the place is passed on. */
    private static Piece broken(Exception fault) {
      Location at = fault instanceof XMLStreamException xml ? xml.getLocation() : null;
      return new Piece.Broken(
          new Unreadable(
              "MALFORMED_XML",
              "this is not XML that can be read: see that it is whole, in the encoding that it names, without a"
                  + " DOCTYPE, and nested at most "
                  + MAX_DEPTH
                  + " deep",
              at == null ? "" : place(at)));
    }

    private static String place(Location at) {
      List<String> words = new ArrayList<>();
      if (at.getLineNumber() > 0) {
        words.add("line " + at.getLineNumber());
      }
      if (at.getColumnNumber() > 0) {
        words.add("column " + at.getColumnNumber());
      }
      return String.join(", ", words);
    }
  }
}
