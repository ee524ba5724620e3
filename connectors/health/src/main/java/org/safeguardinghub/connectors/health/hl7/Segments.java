package org.safeguardinghub.connectors.health.hl7;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.model.Structure;
import ca.uhn.hl7v2.parser.GenericModelClassFactory;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The segments of one message in their order. Every version is read alike, and nothing is
 * validated: numbers and phones of British senders fail the rules that come with the parser.
 */
final class Segments {
  private static final int LONGEST = 1000;
  private static final PipeParser PARSER = parser();

  private final List<Segment> all;

  private Segments(List<Segment> all) {
    this.all = all;
  }

  private static PipeParser parser() {
    DefaultHapiContext context = new DefaultHapiContext(ValidationContextFactory.noValidation());
    context.setModelClassFactory(new GenericModelClassFactory());
    context.getParserConfiguration().setAllowUnknownVersions(true);
    return context.getPipeParser();
  }

  /** Reads a message; empty if it is none. */
  static Optional<Segments> of(String text) {
    try {
      Message message = PARSER.parse(text);
      List<Segment> all = new ArrayList<>();
      for (String name : message.getNames()) {
        for (Structure structure : message.getAll(name)) {
          if (structure instanceof Segment segment) {
            all.add(segment);
          }
        }
      }
      return Optional.of(new Segments(all));
    } catch (HL7Exception | RuntimeException e) {
      // What it says holds pieces of the message. Whatever it throws, the text is no message.
      return Optional.empty();
    }
  }

  List<Segment> named(String name) {
    return all.stream().filter(segment -> segment.getName().equals(name)).toList();
  }

  /** A value of the first segment of that name, or empty. */
  String get(String name, int field, int component) {
    for (Segment segment : all) {
      if (segment.getName().equals(name)) {
        return get(segment, field, 0, component);
      }
    }
    return "";
  }

  /** A value, or empty. Repetitions count from 0, components from 1. */
  static String get(Segment segment, int field, int repetition, int component) {
    try {
      @Nullable String value = Terser.get(segment, field, repetition, component, 1);
      // Two double quotes mean that the sender deletes the value.
      String text = value == null || value.equals("\"\"") ? "" : value.strip();
      return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    } catch (HL7Exception | RuntimeException e) {
      return "";
    }
  }

  static int repetitions(Segment segment, int field) {
    try {
      return segment.getField(field).length;
    } catch (HL7Exception | RuntimeException e) {
      return 0;
    }
  }
}
