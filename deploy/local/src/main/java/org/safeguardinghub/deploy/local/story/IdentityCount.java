package org.safeguardinghub.deploy.local.story;

import java.util.List;

/**
 * What the hub found out about who is who, and what it asked.
 *
 * @param linked events that it joined to a child by itself
 * @param created children that it made by itself
 * @param asked questions that it asked
 * @param answered questions that were answered
 * @param open questions that nobody has answered
 * @param wrong what it joined or told apart wrongly by itself
 */
public record IdentityCount(
    int linked, int created, int asked, int answered, int open, List<String> wrong) {
  public IdentityCount {
    wrong = List.copyOf(wrong);
  }
}
