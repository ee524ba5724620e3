package org.safeguardinghub.console.web;

import jakarta.inject.Singleton;
import org.safeguardinghub.console.alert.PersonLabels;
import org.safeguardinghub.console.page.ActionPages;
import org.safeguardinghub.console.page.AlertPages;
import org.safeguardinghub.console.page.CopyPages;
import org.safeguardinghub.console.page.ListPages;
import org.safeguardinghub.console.page.MinutesPages;
import org.safeguardinghub.console.page.StepsPages;
import org.safeguardinghub.console.page.Stories;
import org.safeguardinghub.console.page.TeamPages;

/** The makers of pages, made anew for each page: over the directory as it is at that moment. */
@Singleton
final class PageMakers {
  private final ConsoleParts parts;
  private final PersonLabels labels;

  PageMakers(ConsoleParts parts) {
    this.parts = parts;
    this.labels = new PersonLabels(parts.alerts(), parts.opener());
  }

  ListPages lists() {
    return new ListPages(parts.alerts(), labels, parts.directory(), copies());
  }

  ActionPages actions() {
    return new ActionPages(parts.alerts(), labels, parts.directory(), parts.opener());
  }

  CopyPages copies() {
    return new CopyPages(parts.alerts(), labels, parts.directory(), parts.catalogue());
  }

  AlertPages alerts() {
    return new AlertPages(
        parts.alerts(),
        parts.actions(),
        parts.accesses(),
        labels,
        parts.directory(),
        parts.catalogue(),
        parts.opener(),
        parts.glass());
  }

  Stories stories() {
    return new Stories(
        parts.alerts(), labels, parts.directory(), parts.catalogue(), parts.opener());
  }

  StepsPages steps() {
    return new StepsPages(labels, parts.directory());
  }

  MinutesPages minutes() {
    return new MinutesPages(labels, parts.directory(), parts.opener());
  }

  TeamPages team() {
    return new TeamPages(parts.alerts(), parts.directory());
  }
}
