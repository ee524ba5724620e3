package org.safeguardinghub.risk.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an alert remembers beside its picture.
 *
 * @param ladderRole the role from which the ladder goes up
 * @param ladderAgency its agency, where it is held per agency
 * @param ownerAgency the owner's agency, where the role is held per agency
 * @param reasonsVersion version at which its reasons last grew
 * @param actionsSeen ids of the actions that were applied
 * @param deadlineId id of the present due time
 * @param informed who knows of it, with the role in which they do
 * @param toConfirm who has still to say that they read the last correction
 * @param findings for each finding of the picture, in order
 */
public record AlertMemory(
    String ladderRole,
    Optional<String> ladderAgency,
    Optional<String> ownerAgency,
    long reasonsVersion,
    List<String> actionsSeen,
    Optional<String> deadlineId,
    Map<String, String> informed,
    List<String> toConfirm,
    List<FindingMemory> findings) {
  public AlertMemory {
    actionsSeen = List.copyOf(actionsSeen);
    informed = Map.copyOf(informed);
    toConfirm = List.copyOf(toConfirm);
    findings = List.copyOf(findings);
  }

  /** What the picture does not show of a finding. */
  public record FindingMemory(
      List<String> children, List<String> receiptKeys, boolean identityUnconfirmed) {
    public FindingMemory {
      children = List.copyOf(children);
      receiptKeys = List.copyOf(receiptKeys);
    }
  }

  public byte[] toBytes() {
    ObjectNode json = Json.object();
    json.put("ladderRole", ladderRole);
    ladderAgency.ifPresent(agency -> json.put("ladderAgency", agency));
    ownerAgency.ifPresent(agency -> json.put("ownerAgency", agency));
    json.put("reasonsVersion", reasonsVersion);
    Json.put(json, "actionsSeen", actionsSeen);
    deadlineId.ifPresent(id -> json.put("deadlineId", id));
    ObjectNode knowing = json.putObject("informed");
    new TreeMap<>(informed).forEach(knowing::put);
    Json.put(json, "toConfirm", toConfirm);
    ArrayNode all = json.putArray("findings");
    for (FindingMemory finding : findings) {
      ObjectNode one = all.addObject();
      Json.put(one, "children", finding.children());
      Json.put(one, "receiptKeys", finding.receiptKeys());
      one.put("identityUnconfirmed", finding.identityUnconfirmed());
    }
    return Json.bytes(json);
  }

  public static AlertMemory of(byte[] bytes) {
    JsonNode json = Json.read(bytes);
    List<FindingMemory> findings = new ArrayList<>();
    for (JsonNode one : json.path("findings")) {
      findings.add(
          new FindingMemory(
              Json.texts(one, "children"),
              Json.texts(one, "receiptKeys"),
              one.path("identityUnconfirmed").asBoolean()));
    }
    Map<String, String> informed = new TreeMap<>();
    json.path("informed")
        .properties()
        .forEach(one -> informed.put(one.getKey(), one.getValue().asText()));
    return new AlertMemory(
        json.path("ladderRole").asText(),
        Json.text(json, "ladderAgency"),
        Json.text(json, "ownerAgency"),
        json.path("reasonsVersion").asLong(),
        Json.texts(json, "actionsSeen"),
        Json.text(json, "deadlineId"),
        informed,
        Json.texts(json, "toConfirm"),
        findings);
  }
}
