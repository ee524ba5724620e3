package org.safeguardinghub.connectors.health.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.FhirVersionEnum;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.safeguardinghub.connectors.form.read.JsonText;

/**
 * Reads one resource. The parser of its version decides whether it is FHIR; what is mapped is the
 * resource as JSON, in which the versions differ little.
 */
final class ResourceReader {
  /** A bundle is far below; documents stay at the source. */
  static final int LARGEST = 5 * 1024 * 1024;

  private static final int MOST_VALUES = 150_000;

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern STU3 =
      Pattern.compile(
          "(fhir\\.nhs\\.uk|fhir\\.hl7\\.org\\.uk|hl7\\.org/fhir)/STU3/StructureDefinition|CareConnect-");

  private static final List<FhirVersionEnum> VERSIONS =
      List.of(FhirVersionEnum.R4, FhirVersionEnum.DSTU3, FhirVersionEnum.R4B);

  /** What became of reading. */
  sealed interface Reading {
    record Read(JsonNode root) implements Reading {
      @Override
      public String toString() {
        return "Read[withheld]";
      }
    }

    record Unreadable(Fault fault) implements Reading {}
  }

  private ResourceReader() {}

  static boolean looksLikeJson(String text) {
    return text.stripLeading().startsWith("{");
  }

  static Reading read(byte[] bytes) {
    if (bytes.length > LARGEST) {
      return unreadable("TOO_LARGE", "send at most 5 MiB at a time; documents stay at the source");
    }
    Optional<String> decoded = Text.of(bytes);
    if (decoded.isEmpty()) {
      return unreadable("NOT_UTF8", "send it as UTF-8, or declare the encoding of the XML");
    }
    String text = decoded.get();
    boolean json = looksLikeJson(text);
    Optional<Fault> fault = json ? jsonFault(bytes, text) : XmlScan.xml(text);
    return fault.<Reading>map(Reading.Unreadable::new).orElseGet(() -> parsed(text, json));
  }

  private static Optional<Fault> jsonFault(byte[] bytes, String text) {
    return JsonText.check(bytes)
        .map(one -> new Fault(one.reasonCode(), one.advice()))
        .or(() -> tooMany(text) ? Optional.of(XmlScan.TOO_MUCH) : Optional.empty());
  }

  /** The parser makes an object of every value, many times as large as its text. */
  private static boolean tooMany(String text) {
    return text.chars().filter(c -> c == '{' || c == '[' || c == ',').count() > MOST_VALUES;
  }

  private static Reading parsed(String text, boolean json) {
    for (FhirVersionEnum version : order(text)) {
      Optional<JsonNode> root = parse(FhirContext.forCached(version), text, json);
      if (root.isPresent()) {
        return new Reading.Read(root.get());
      }
    }
    return unreadable(
        "NOT_FHIR",
        "this is no resource of FHIR STU3, R4 or R4B: an element is unknown or a value has the wrong form; check it"
            + " with a validator");
  }

  private static List<FhirVersionEnum> order(String text) {
    List<FhirVersionEnum> order = new ArrayList<>(VERSIONS);
    if (STU3.matcher(text).find()) {
      order.remove(FhirVersionEnum.DSTU3);
      order.addFirst(FhirVersionEnum.DSTU3);
    }
    return order;
  }

  private static Optional<JsonNode> parse(FhirContext context, String text, boolean json) {
    IParser parser = json ? context.newJsonParser() : context.newXmlParser();
    configure(parser);
    try {
      var resource = parser.parseResource(text);
      String tree =
          json ? text : configure(context.newJsonParser()).encodeResourceToString(resource);
      return Optional.of(MAPPER.readTree(tree));
    } catch (JsonProcessingException | RuntimeException e) {
      // What it says may hold pieces of the message. Whatever it throws, the text is no resource.
      return Optional.empty();
    }
  }

  /** Entries keep the ids that their sender gave them. */
  private static IParser configure(IParser parser) {
    parser.setParserErrorHandler(new StrictErrorHandler());
    parser.setOverrideResourceIdWithBundleEntryFullUrl(false);
    parser.setStripVersionsFromReferences(false);
    return parser;
  }

  private static Reading unreadable(String reasonCode, String whatToDo) {
    return new Reading.Unreadable(new Fault(reasonCode, whatToDo));
  }
}
