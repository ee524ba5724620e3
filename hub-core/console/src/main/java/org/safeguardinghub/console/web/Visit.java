package org.safeguardinghub.console.web;

import io.micronaut.http.HttpRequest;
import java.util.Optional;
import org.safeguardinghub.console.alert.Reader;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.console.signin.Secrets;
import org.safeguardinghub.console.signin.Session;

/** A request of somebody who is signed in. */
record Visit(String sessionId, Session session, Reader reader) {
  private static final String ATTRIBUTE = "hub.visit";

  static Visit of(String sessionId, Session session, LeadDirectory directory) {
    return new Visit(sessionId, session, Reader.of(directory, session.personId()));
  }

  void attachTo(HttpRequest<?> request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  static Optional<Visit> find(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE, Visit.class);
  }

  /** The visit of a route that the session filter guards. */
  static Visit of(HttpRequest<?> request) {
    return find(request)
        .orElseThrow(() -> new IllegalStateException("a guarded route without a session"));
  }

  String personId() {
    return session.personId();
  }

  boolean carriesToken(FormFields form) {
    return Secrets.same(session.csrfToken(), form.text("csrf"));
  }

  @Override
  public String toString() {
    return "Visit[" + personId() + "]";
  }
}
