package org.safeguardinghub.risk.policy.register;

import java.util.List;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.risk.policy.rule.Policy;

/**
 * The register of rules that a partnership can publish: what is looked for, on what, who is told,
 * how it can be wrong, and where it comes from.
 */
public final class RuleRegister {
  private final Policy policy;
  private final List<Entry> entries;

  public RuleRegister(Policy policy, EventCatalogue catalogue) {
    this.policy = policy;
    this.entries = policy.patterns().stream().map(one -> Entry.of(one, catalogue)).toList();
  }

  /** As a Markdown document. */
  public String markdown() {
    return render(new MarkdownPage());
  }

  /** As one HTML page without anything from elsewhere. */
  public String html() {
    return render(new HtmlPage());
  }

  private String render(Page page) {
    page.begin("Register of rules: " + policy.id() + ", version " + policy.version());
    page.text(
        "In force from %s. The hub looks for %d patterns. It decides nothing about a child: it brings named facts to a named person. No score raises anything, and no rule uses a percentage. Words in brackets are filled in by each finding."
            .formatted(policy.effectiveFrom(), entries.size()));
    page.contents(entries);
    entries.forEach(entry -> pattern(page, entry));
    if (!policy.notBuilt().isEmpty()) {
      page.heading("Not looked for yet", "not-built");
      page.list(policy.notBuilt().stream().map(one -> one.id() + " " + one.title()).toList());
    }
    return page.end();
  }

  private static void pattern(Page page, Entry entry) {
    page.heading(entry.id() + " " + entry.title(), entry.id());
    page.text(entry.why());
    page.part("What a lead reads");
    page.table("way", "words", entry.told());
    if (!entry.severities().isEmpty()) {
      page.table("severity", "added words", entry.severities());
    }
    page.part("The rule");
    page.text("Looked for on: " + entry.about() + ". " + entry.suppression());
    page.table("value", "set to", entry.facts());
    page.part("Who is told");
    page.list(entry.recipients());
    page.part("The question to answer");
    page.text(entry.question());
    page.part("How it can be wrong");
    page.list(entry.falsePositives());
    page.part("What the hub does not know");
    page.list(entry.notKnown());
    page.part("Where it comes from");
    page.text(entry.source());
  }
}
