package org.safeguardinghub.connectors.form;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.OriginFamily;

/**
 * The forms of one connector, found by {@link ServiceLoader}, so that what reads any file (the
 * conformance command) needs to know no connector by name.
 */
public interface FormSource {
  /** Its forms; one that is asked earlier takes a file that several recognise. */
  List<Offer> offers(EventCatalogue catalogue);

  /**
   * A form and who may use it.
   *
   * @param families of the senders
   */
  record Offer(Form form, Set<OriginFamily> families) {
    public Offer {
      families = Set.copyOf(families);
    }
  }

  /** The forms of every connector on the class path. */
  static List<Offer> all(EventCatalogue catalogue) {
    List<Offer> all = new ArrayList<>();
    ServiceLoader.load(FormSource.class).forEach(source -> all.addAll(source.offers(catalogue)));
    return all;
  }
}
