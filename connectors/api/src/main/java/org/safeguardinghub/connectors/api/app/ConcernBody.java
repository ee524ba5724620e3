package org.safeguardinghub.connectors.api.app;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The message as the API describes it. It documents only: the intake reads the text itself, more
 * strictly.
 */
@Schema(
    name = "Concern",
    additionalProperties = AdditionalPropertiesValue.FALSE,
    description =
        "One concern. A key that is not listed is refused. The agency is never named: it is who the token says. All"
            + " references are the sender's own; the hub replaces them by keyed hashes.")
record ConcernBody(
    @Schema(
            description =
                "UUID of the event. Without it sourceRecordId or the header Idempotency-Key is needed.")
        @Nullable String eventId,
    @Schema(description = "The sender's own record id; the hub derives the event id from it.")
        @Nullable String sourceRecordId,
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            description = "Event type of the catalogue, of the sender's own family.",
            example = "EDU-NEG-01")
        String type,
    @Schema(description = "Version of the type, 1 where absent.") @Nullable Integer typeVersion,
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            description =
                "When it happened: a time with an offset, a time without one (local time in England), or a day.",
            example = "2026-03-01T09:15:00Z")
        String occurredAt,
    @Schema(
            description =
                "EXACT, DAY, APPROXIMATE or RANGE. Where absent: DAY for a day, else EXACT.")
        @Nullable String occurredPrecision,
    @Schema(description = "End of a RANGE, exclusive.") @Nullable String occurredUntil,
    @Schema(description = "When the source wrote it down.") @Nullable String recordedAt,
    @Schema(
            description =
                "Whom it is about; may be left out if a place, setting or household is named.")
        @Nullable List<Subject> subjects,
    @Schema(description = "Household, for example its UPRN; agrees across agencies.")
        @Nullable String householdRef,
    @Schema(description = "Place, for example its UPRN; forbidden when location-protected (H4).")
        @Nullable String placeRef,
    @Schema(
            description =
                "Setting such as a nursery or home; forbidden when location-protected (H4).")
        @Nullable String settingRef,
    @Schema(description = "Adult whom the event concerns.") @Nullable String adultRef,
    @Schema(description = "Incident number that several reports share; agrees across agencies.")
        @Nullable String incidentRef,
    @Schema(
            description =
                "This report echoes an earlier one: its event id or record id, or the word reported.")
        @Nullable String derivedFrom,
    @Schema(
            description =
                "This event corrects an earlier one of the same feed: its event id or record id.")
        @Nullable String supersedes,
    @Nullable Level level,
    @Schema(
            description =
                "OBSERVED, DISCLOSED, REPORTED (where absent), SUSPECTED, OPINION, DENIED, RETRACTED or UNFOUNDED.")
        @Nullable String assertion,
    @Schema(description = "Reliability grade that the sender gives its source.")
        @Nullable String sourceGrade,
    @Schema(description = "The child's own words, at most 2,000 characters.")
        @Nullable String childVoice,
    @Schema(description = "What happened, at most 20,000 characters.") @Nullable String narrative,
    @Nullable Handling handling,
    @Schema(
            description =
                "False: it must not count in a pattern. Where absent true; false under H2.")
        @Nullable Boolean countable,
    @Schema(description = "YES, NOT_YET, UNSAFE or NOT_SAID (where absent).")
        @Nullable String familyInformed,
    @Nullable DetrimentTest detrimentTest,
    @Schema(
            description =
                "Code of the legal gateway under which it is shared. Only a level 4 concern may come without and be completed within one working day.",
            example = "CA2004-S16LA")
        @Nullable String legalGateway,
    @Schema(description = "Opaque pointer to the record at the source; documents are never sent.")
        @Nullable String contentRef,
    @Schema(description = "Attributes that the catalogue allows for this type, and no others.")
        @Nullable Map<String, Object> attributes) {

  /** One person. */
  @Schema(name = "Subject", description = "One person.")
  record Subject(
      @Schema(description = "HARMED (where absent), ALLEGED, SIBLING, UNBORN or PARENT.")
          @Nullable String role,
      @Schema(description = "The sender's own stable reference of the person.")
          @Nullable String personRef,
      @Nullable Claims claims) {}

  /** What the sender says about who it is. */
  @Schema(
      name = "Claims",
      description =
          "What the sender says about who it is, messy as it may be. An invalid NHS number or UPN is kept.")
  record Claims(
      @Nullable String givenNames,
      @Nullable String familyName,
      @Schema(description = "Order of the names unknown.") @Nullable String fullName,
      @Nullable String alias,
      @Schema(description = "A day that exists.", example = "2016-02-29")
          @Nullable String dateOfBirth,
      @Schema(description = "As said, for example about six weeks.")
          @Nullable String dateOfBirthText,
      @Nullable String sex,
      @Nullable String nhsNumber,
      @Nullable String upn,
      @Nullable List<SourceRef> sourceRefs,
      @Nullable Address address,
      @Nullable String school,
      @Nullable String setting,
      @Nullable String place,
      @Nullable String phone,
      @Nullable Unborn unborn,
      @Nullable Mother mother,
      @Schema(description = "Names of carers.") @Nullable List<String> carers,
      @Nullable Household household,
      @Nullable Adult adult,
      @Schema(description = "The source itself doubts it.") @Nullable Boolean allegedFalse,
      @Schema(description = "For a reader; nothing is matched on it.") @Nullable String note) {}

  /** A case number of a source system. */
  @Schema(name = "SourceRef", description = "A case or person number of a source system.")
  record SourceRef(
      @Schema(requiredMode = RequiredMode.REQUIRED) String system,
      @Schema(requiredMode = RequiredMode.REQUIRED) String id) {}

  /** An address. */
  @Schema(name = "Address")
  record Address(@Nullable String line, @Nullable String postcode, @Nullable String uprn) {}

  /** A child not yet born. */
  @Schema(name = "Unborn")
  record Unborn(@Nullable String expectedDate, @Nullable String familyName) {}

  /** The mother. */
  @Schema(name = "Mother")
  record Mother(@Nullable String nhsNumber, @Nullable String name) {}

  /** The household. */
  @Schema(name = "Household")
  record Household(@Nullable String uprn, @Nullable String ref) {}

  /** An adult. */
  @Schema(name = "Adult")
  record Adult(@Nullable String ref, @Nullable String name, @Nullable String role) {}

  /** The level that the sender proposes. */
  @Schema(
      name = "Level",
      description = "Level of need that the sender proposes; the catalogue's where absent.")
  record Level(
      @Schema(description = "1 to 4. A type that stands for significant harm stays at 4.")
          @Nullable Integer proposed,
      @Schema(description = "The sender's own scale.") @Nullable String scale,
      @Schema(description = "The value on that scale.") @Nullable String sourceValue) {}

  /** Who may see it. */
  @Schema(
      name = "Handling",
      description = "Who may see it. The strictest of the type's class and this one holds.")
  record Handling(
      @Schema(
              name = "class",
              description = "H0 to H5; H5 (LADO) for allegations about adults only.")
          @Nullable String handlingClass,
      @Schema(description = "Code of a condition that travels with it.")
          @Nullable String conditions,
      @Schema(description = "When the handling ends.") @Nullable String expires) {}

  /** Whether sharing was weighed against harm. */
  @Schema(
      name = "DetrimentTest",
      description = "Whether sharing was weighed against the harm that it may do.")
  record DetrimentTest(
      @Schema(requiredMode = RequiredMode.REQUIRED) boolean considered,
      @Nullable String outcome,
      @Schema(description = "A role, never a name.") @Nullable String by) {}
}
