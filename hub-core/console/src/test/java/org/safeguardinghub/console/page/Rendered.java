package org.safeguardinghub.console.page;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.StringOutput;
import java.util.Optional;

/** Pages as the MASH manager gets them. */
final class Rendered {
  static final Chrome CHROME =
      new Chrome(
          Optional.of(
              new Chrome.Viewer(
                  "Marigold Thistleby",
                  "MASH manager",
                  "form-word",
                  false,
                  false,
                  false,
                  false,
                  false,
                  false,
                  false)),
          "/assets/hub.css",
          "/assets/hub.js",
          "Tuesday 24 March 2026 10:15");

  private Rendered() {}

  static String text(JteModel model) {
    StringOutput output = new StringOutput();
    model.render(output);
    return output.toString();
  }
}
