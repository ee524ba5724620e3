package org.safeguardinghub.console.web;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.safeguardinghub.console.alert.PersonLabels;
import org.safeguardinghub.console.page.AlertPages;
import org.safeguardinghub.console.page.ListPages;
import org.safeguardinghub.console.page.StepsPages;
import org.safeguardinghub.console.page.Stories;
import org.safeguardinghub.console.page.TeamPages;

/** The makers of pages, over what the console stands on. */
@Factory
final class PageMakers {
  private final ConsoleParts parts;
  private final PersonLabels labels;

  PageMakers(ConsoleParts parts) {
    this.parts = parts;
    this.labels = new PersonLabels(parts.alerts(), parts.opener());
  }

  @Singleton
  ListPages lists() {
    return new ListPages(parts.alerts(), labels, parts.directory());
  }

  @Singleton
  AlertPages alerts() {
    return new AlertPages(
        parts.alerts(),
        parts.actions(),
        parts.accesses(),
        labels,
        parts.directory(),
        parts.catalogue(),
        parts.opener());
  }

  @Singleton
  Stories stories() {
    return new Stories(
        parts.alerts(), labels, parts.directory(), parts.catalogue(), parts.opener());
  }

  @Singleton
  StepsPages steps() {
    return new StepsPages(labels, parts.directory());
  }

  @Singleton
  TeamPages team() {
    return new TeamPages(parts.alerts(), parts.directory());
  }
}
