package org.safeguardinghub.console.testing;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.BreakGlass;
import org.safeguardinghub.console.alert.CopyFunction;
import org.safeguardinghub.console.alert.EventDetail;
import org.safeguardinghub.console.alert.Glass;
import org.safeguardinghub.console.alert.SentAction;
import org.safeguardinghub.console.identity.LedgerLine;
import org.safeguardinghub.console.identity.Question;
import org.safeguardinghub.console.people.DirectoryFile;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.console.people.Person;
import org.safeguardinghub.console.people.RoleHolding;
import org.safeguardinghub.console.people.Term;
import org.safeguardinghub.console.people.Ways;
import org.safeguardinghub.console.referral.IntakeDoor;
import org.safeguardinghub.console.referral.Kept;
import org.safeguardinghub.console.referral.Referring;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.event.Assertion;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;

/**
 * A console where every role has one holder who holds nothing else, and an alert of every handling
 * class, for asking every route in everybody's name.
 */
public final class MatrixHub implements AutoCloseable {
  public static final String HEADING =
      """
      # Who may do what in the console
      Made by `AuthorisationMatrixTest`, which asks the real server every route in the name of every role, of somebody who
      is not signed in and of somebody who held every role and has left. Do not edit it: `-Dgolden.update` writes it again.

      *Own*: the alert is owned by the role that asks. *Another's*: by a role that nobody here holds. "Item of H2": the
      alert rests on one event of that handling class; *whole* shows its words, *without the item* counts it and no more.
      *May*: the form is looked at, and does something if it is filled in. *No*: told that it is not for them. *Not there*:
      told nothing. *A copy*: the role has a copy of another's alert, which shows no words of anybody, and nothing else of it.
      *In conflict of interest*: the directory says that whoever asks may not answer for the child. A pack of one's own
      alert is made for H2 only: it is the alert's page and the story on paper.

      | route | about | who gets which answer |
      |---|---|---|
      """;

  private static final String MARK = "words-of-an-item";
  private static final String LEFT = "has left";
  private static final String NOBODY = "not signed in";
  private static final String PACK = "/pack.pdf";
  private static final String COPY = "/copy";
  private static final String ITEM = EventCatalogue.load().find("EDU-NEG-01").orElseThrow().title();
  private static final String STREAM = "GET /alerts/stream";

  private final TestConsole console;
  private final List<Seat> seats = new ArrayList<>();

  private MatrixHub(TestConsole console) {
    this.console = console;
  }

  /**
   * One thing to ask of a route.
   *
   * @param about what it is about, in words
   * @param path with {@code {seat}} for the number of who asks
   */
  public record Case(String about, String path) {}

  /** Somebody who asks. */
  public record Seat(String name, int number, Browser browser, String csrf, String url) {
    public String path(Case asked) {
      return asked.path().replace("{seat}", String.valueOf(number));
    }

    /** What this one is answered, in a word or two. */
    public String ask(String route, Case asked) {
      try {
        return answered(route, asked);
      } catch (Exception e) {
        throw new AssertionError(name + ": " + route, e);
      }
    }

    private String answered(String route, Case asked) throws Exception {
      if (route.equals(STREAM)) {
        return answer(streamed(asked), "", true);
      }
      if (asked.path().endsWith(PACK)) {
        return pack(asked);
      }
      boolean get = route.startsWith("GET ");
      HttpResponse<String> response =
          get ? browser.get(path(asked)) : browser.post(path(asked), Map.of("csrf", csrf));
      if (get && response.statusCode() == 200 && asked.about().contains("item of")) {
        return shown(response.body());
      }
      return answer(response.statusCode(), location(response), get);
    }

    /** The pack is read: what stands in it is what counts. */
    private String pack(Case asked) throws Exception {
      HttpResponse<byte[]> response =
          browser
              .client()
              .send(
                  HttpRequest.newBuilder(URI.create(url + path(asked))).build(),
                  HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() != 200 || !asked.about().contains("item of")) {
        return answer(response.statusCode(), location(response), true);
      }
      try (PDDocument document = Loader.loadPDF(response.body())) {
        return shown(new PDFTextStripper().getText(document));
      }
    }

    private static String location(HttpResponse<?> response) {
      return response.headers().firstValue("location").orElse("");
    }

    private static String shown(String text) {
      if (text.contains(MARK)) {
        return "whole";
      }
      return text.contains("A copy for you to read") && text.contains(ITEM)
          ? "the item without its words"
          : "without the item";
    }

    private int streamed(Case asked) throws Exception {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url + path(asked))).build();
      HttpResponse<InputStream> response =
          browser.client().send(request, HttpResponse.BodyHandlers.ofInputStream());
      response.body().close();
      return response.statusCode();
    }

    private static String answer(int status, String location, boolean get) {
      return switch (status) {
        case 200 -> get ? "opens" : "may";
        case 303 ->
            location.startsWith("/sign-in")
                ? "sign in first"
                : "goes to "
                    + location
                        .replaceAll("p-[0-9]+$", "one's own")
                        .replaceAll("/alerts/.+/copy$", "its copy")
                        .replaceAll("/alerts/.+", "the alert");
        case 401 -> "sign in first";
        case 403 -> "no";
        case 404 -> "not there";
        case 409, 422 -> "may";
        default -> "status " + status;
      };
    }
  }

  public static MatrixHub start(Path folder) throws Exception {
    LeadDirectory directory = directory();
    MatrixHub hub = new MatrixHub(TestConsole.start(folder, directory));
    hub.fill(directory);
    return hub;
  }

  public List<String> routes() {
    return console.routes();
  }

  public List<Seat> seats() {
    return List.copyOf(seats);
  }

  /** What to ask of a route; none where the route is not known here. */
  public List<Case> cases(String route) {
    String path = route.substring(route.indexOf(' ') + 1);
    if (path.startsWith("/alerts/{id}")) {
      return alerts(path.substring("/alerts/{id}".length()));
    }
    return switch (path) {
      case "/",
          "/sign-in",
          "/sign-in/openid",
          "/sign-in/openid/back",
          "/sign-out",
          "/health",
          "/alerts",
          "/alerts.json",
          "/alerts/stream",
          "/copies",
          "/actions",
          "/team",
          "/feeds",
          "/directory",
          "/directory/mine",
          "/identity",
          "/identity/compare",
          "/identity/adoptions",
          "/break-glass",
          "/quarantine",
          "/referrals",
          "/referrals/new" ->
          List.of(new Case("", path));
      case "/quarantine/{id}" -> refused();
      case "/referrals/{id}" ->
          List.of(
              new Case("one's own", "/referrals/ref-{seat}"),
              new Case("another's", "/referrals/ref-x"));
      case "/assets/{name}" -> List.of(new Case("a picture", "/assets/hub.svg"));
      case "/identity/questions/{id}", "/identity/questions/{id}/answer" ->
          List.of(
              new Case("a question", path.replace("{id}", "q-plain")),
              new Case("a question about a protected identity", path.replace("{id}", "q-walled")));
      case "/break-glass/{id}" -> List.of(new Case("one to review", "/break-glass/g-1"));
      case "/identity/decisions/{id}", "/identity/decisions/{id}/undo" ->
          List.of(
              new Case("a decision", path.replace("{id}", "d-1")),
              new Case("a decision about a protected identity", path.replace("{id}", "d-2")));
      case "/actions/{id}/{planned}" ->
          List.of(
              new Case("one's own alert's", "/actions/H1-{seat}/visit"),
              new Case("another's, for somebody else", "/actions/H1-x/visit"));
      case "/directory/persons/{id}" ->
          List.of(
              new Case("one's own entry", "/directory/persons/p-{seat}"),
              new Case("another's entry", "/directory/persons/p-left"));
      case "/directory/roles/{key}" -> List.of(new Case("a role", "/directory/roles/lado"));
      default -> List.of();
    };
  }

  private static List<Case> refused() {
    List<Case> cases = new ArrayList<>();
    for (HandlingClass handling : HandlingClass.values()) {
      cases.add(new Case("a school's, item of " + handling, "/quarantine/r-" + handling));
    }
    cases.add(new Case("a school's, item of a class that nobody can tell", "/quarantine/r-x"));
    return cases;
  }

  private static List<Case> alerts(String pattern) {
    List<Case> cases = new ArrayList<>();
    String rest = pattern.replace("{planned}", "visit");
    for (HandlingClass handling : HandlingClass.values()) {
      // Making a pack takes a while: one class stands for all, as it is the alert and story on
      // paper.
      if (!rest.equals(PACK) || handling == HandlingClass.H2) {
        cases.add(new Case("own, item of " + handling, "/alerts/" + handling + "-{seat}" + rest));
      }
      cases.add(new Case("another's, item of " + handling, "/alerts/" + handling + "-x" + rest));
    }
    for (HandlingClass handling : HandlingClass.values()) {
      // What a copy's reader may not do does not depend on what the alert rests on.
      if (rest.equals(COPY) || handling == HandlingClass.H1) {
        cases.add(
            new Case("a copy, item of " + handling, "/alerts/copy-" + handling + "-{seat}" + rest));
      }
    }
    cases.add(new Case("own, in conflict of interest", "/alerts/conflict-{seat}" + rest));
    cases.add(new Case("own, about an adult", "/alerts/adult-{seat}" + rest));
    cases.add(new Case("another's, about an adult", "/alerts/adult-x" + rest));
    return cases;
  }

  /** The shipped roles, each with one holder of its own, and somebody who held them all. */
  private static LeadDirectory directory() {
    LeadDirectory shipped = DirectoryFile.shipped();
    List<RoleHolding> roles = shipped.roles();
    List<Person> persons = new ArrayList<>();
    List<RoleHolding> held = new ArrayList<>();
    for (int i = 0; i < roles.size(); i++) {
      persons.add(
          new Person(
              "p-" + i,
              "seat." + i,
              "Seat Number " + i,
              Optional.empty(),
              Term.ALWAYS,
              List.of(),
              Ways.MAIL_ONLY,
              Optional.empty(),
              Set.of("child/c-conflict")));
      held.add(roles.get(i).heldBy(List.of("p-" + i, "p-left")));
    }
    LocalDate yesterday = LocalDate.ofInstant(Samples.NOW, java.time.ZoneOffset.UTC).minusDays(1);
    persons.add(
        new Person(
            "p-left",
            "seat.left",
            "Somebody Gone",
            Optional.empty(),
            new Term(Optional.empty(), Optional.of(yesterday)),
            List.of()));
    return shipped.withPersons(persons).withRoles(held);
  }

  private void fill(LeadDirectory directory) throws Exception {
    for (HandlingClass handling : HandlingClass.values()) {
      console.alerts.putEvent("c-" + handling, event(handling));
      console.alerts.put(alert(handling + "-x", handling, Samples.owner("nobodys-role", "p-x")));
    }
    console.alerts.put(adult(Samples.owner("nobodys-role", "p-x"), "adult-x"));
    console.referrals.keep(referral("ref-x", "p-x"));
    String message = "{\"narrative\":\"" + MARK + "\"}";
    for (HandlingClass handling : HandlingClass.values()) {
      console.desk.put("r-" + handling, "tumbledown-primary", Optional.of(handling), message);
    }
    console.desk.put("r-x", "tumbledown-primary", Optional.empty(), message);
    List<RoleHolding> roles = directory.roles();
    for (int i = 0; i < roles.size(); i++) {
      seat(i, roles.get(i));
    }
    Browser left = new Browser(console.url());
    left.signIn("seat.left", console.password("seat.left"));
    seats.add(new Seat(LEFT, 0, left, "", console.url()));
    seats.add(new Seat(NOBODY, 0, new Browser(console.url()), "", console.url()));
    console.identity.questions.add(question("q-plain", false));
    console.identity.questions.add(question("q-walled", true));
    console.identity.ledger.add(decision("d-1", false));
    console.identity.ledger.add(decision("d-2", true));
    console.glass.open(
        new Glass(
            "g-1",
            "H1-x",
            "p-left",
            Samples.sealed("why"),
            Samples.NOW,
            Samples.NOW.plus(BreakGlass.OPEN_FOR),
            Optional.empty()),
        SentAction.on(
            alert("H1-x", HandlingClass.H1, Samples.owner("nobodys-role", "p-x")),
            "g-1",
            "p-left",
            Samples.NOW,
            new SentAction.What.BrokeGlass()));
  }

  private void seat(int number, RoleHolding role) throws Exception {
    Alert.Owner owner = Samples.owner(role.role(), "p-" + number);
    for (HandlingClass handling : HandlingClass.values()) {
      console.alerts.put(alert(handling + "-" + number, handling, owner));
      Alert.Copy copy =
          Samples.copy(
              role.role(), role.agency(), function(role.role()), "p-" + number, "c-" + handling);
      console.alerts.put(
          alert(
              "copy-" + handling + "-" + number,
              handling,
              Samples.owner("nobodys-role", "p-x"),
              List.of(copy)));
    }
    console.alerts.put(
        alert("conflict-" + number, SubjectRef.child("c-conflict"), List.of(), owner));
    console.alerts.put(adult(owner, "adult-" + number));
    console.referrals.keep(referral("ref-" + number, "p-" + number));
    Browser browser = new Browser(console.url());
    browser.signIn("seat." + number, console.password("seat." + number));
    String home = role.role().equals(Referring.ROLE) ? "/referrals" : "/alerts";
    String csrf = Browser.field(browser.get(home), "csrf");
    String name = role.name();
    seats.add(new Seat(name, number, browser, csrf, console.url()));
  }

  private static EventDetail event(HandlingClass handling) {
    return new EventDetail(
        "e-" + handling,
        "EDU-NEG-01",
        "tumbledown-primary",
        "EDU",
        Samples.NOW.minus(Duration.ofDays(9)),
        EventDetail.Precision.DAY,
        Samples.NOW.minus(Duration.ofDays(8)),
        2,
        handling,
        Assertion.OBSERVED,
        true,
        Optional.of(Samples.sealed(MARK)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Alert alert(String id, HandlingClass handling, Alert.Owner owner) {
    return alert(id, handling, owner, List.of());
  }

  private static Alert alert(
      String id, HandlingClass handling, Alert.Owner owner, List<Alert.Copy> copies) {
    EventDetail event = event(handling);
    Alert.Evidence evidence =
        new Alert.Evidence(
            event.eventId(),
            event.type(),
            event.agency(),
            event.family(),
            event.occurredAt(),
            event.receivedAt(),
            2,
            handling,
            Optional.empty(),
            true);
    return alert(id, SubjectRef.child("c-" + handling), List.of(evidence), owner, copies);
  }

  private static Alert adult(Alert.Owner owner, String id) {
    return alert(id, new SubjectRef(Scope.ADULT, "ad-1"), List.of(), owner);
  }

  private static Alert alert(
      String id, SubjectRef subject, List<Alert.Evidence> evidence, Alert.Owner owner) {
    return alert(id, subject, evidence, owner, List.of());
  }

  /** What a role's copy is there for, as the routing table has it. */
  private static CopyFunction function(String role) {
    return switch (role) {
      case "dsl", "virtual-school-head" -> CopyFunction.SCHOOL;
      case "return-interview-provider" -> CopyFunction.RETURN_INTERVIEW;
      case "housing-lead" -> CopyFunction.HOUSING;
      case "home-manager" -> CopyFunction.HOME;
      case "youth-justice-manager" -> CopyFunction.YOUTH_JUSTICE;
      case "named-nurse", "named-midwife", "health-visitor", "gp-lead", "looked-after-nurse" ->
          CopyFunction.HEALTH;
      case "police-mash-lead", "police-missing-unit" -> CopyFunction.POLICE;
      default -> CopyFunction.SOCIAL_CARE;
    };
  }

  private static Alert alert(
      String id,
      SubjectRef subject,
      List<Alert.Evidence> evidence,
      Alert.Owner owner,
      List<Alert.Copy> copies) {
    Alert pattern = Samples.neglect();
    Alert.Finding finding = pattern.findings().getFirst();
    Alert.Finding resting =
        new Alert.Finding(
            finding.id(),
            finding.pattern(),
            finding.title(),
            finding.stage(),
            finding.date(),
            finding.severity(),
            finding.because(),
            finding.question(),
            finding.wouldBeWrong(),
            finding.notKnown(),
            finding.source(),
            evidence,
            true,
            false);
    return new Alert(
        id,
        subject,
        subject.scope() == Scope.CHILD ? List.of(subject.ref()) : List.of(),
        Alert.State.OPEN,
        pattern.severity(),
        List.of(resting),
        owner,
        0,
        pattern.dueAt(),
        false,
        pattern.raisedAt(),
        pattern.changedAt(),
        Optional.empty(),
        "raised",
        1,
        7,
        Set.of(),
        Optional.empty(),
        Samples.minutes(),
        copies);
  }

  private static Kept referral(String id, String personId) {
    return new Kept(
        id,
        "heron-house",
        personId,
        Samples.NOW,
        0,
        "HOM-MIS-01",
        Optional.empty(),
        new Kept.Status.Refused(
            new IntakeDoor.Refusal("q-" + id, "TIME", "IN_FUTURE", "/occurredAt", "a date")));
  }

  private static Question question(String id, boolean walled) {
    return new Question(
        id,
        true,
        "POTENTIAL",
        Optional.empty(),
        Optional.of(Samples.sealed("{\"givenNames\":\"Rowen\",\"familyName\":\"Applecrumb\"}")),
        3,
        Samples.NOW.minus(Duration.ofHours(30)),
        Samples.NOW.plus(Duration.ofHours(1)),
        List.of(new Question.Candidate("c-rowan", 320, List.of())),
        walled);
  }

  private static LedgerLine decision(String id, boolean walled) {
    return new LedgerLine(
        id,
        "MERGED",
        "c-rowan",
        Optional.of("c-other"),
        2,
        "p-0",
        Optional.of(Samples.sealed("one birth certificate")),
        Samples.NOW.minus(Duration.ofHours(3)),
        Optional.empty(),
        false,
        walled);
  }

  @Override
  public void close() {
    console.close();
  }
}
