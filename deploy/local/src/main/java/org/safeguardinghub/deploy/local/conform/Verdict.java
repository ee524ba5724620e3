package org.safeguardinghub.deploy.local.conform;

import java.util.Optional;

/**
 * What came of one case.
 *
 * @param wanted what must be answered
 * @param fault what was answered instead; empty: as it must be. It holds statuses and codes, never
 *     what was sent
 */
public record Verdict(String name, String wanted, Optional<String> fault) {
  public boolean passed() {
    return fault.isEmpty();
  }
}
