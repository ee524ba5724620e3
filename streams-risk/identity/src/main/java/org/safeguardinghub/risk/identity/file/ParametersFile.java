package org.safeguardinghub.risk.identity.file;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.kernel.yaml.Fault;
import org.safeguardinghub.kernel.yaml.Faults;
import org.safeguardinghub.kernel.yaml.Fields;
import org.safeguardinghub.kernel.yaml.YamlDocument;
import org.safeguardinghub.kernel.yaml.YamlNode;
import org.safeguardinghub.risk.identity.compare.Agreement;
import org.safeguardinghub.risk.identity.model.Feature;
import org.safeguardinghub.risk.identity.model.Parameters;

/**
 * Parameters as a file that people review: for each thing that is compared and each answer three
 * shares, between records of one person, of two people of one household, of two strangers.
 */
public final class ParametersFile {
  private final List<Feature> features;
  private final Faults faults;

  private ParametersFile(List<Feature> features, Faults faults) {
    this.features = features;
    this.faults = faults;
  }

  /** What reading gave. */
  public sealed interface Reading {
    /** Parameters to go by. */
    record Sound(Parameters parameters) implements Reading {}

    /** What is to be mended. */
    record Faulty(List<Fault> faults) implements Reading {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /** The text of parameters. */
  public static String write(Parameters parameters) {
    StringBuilder text =
        new StringBuilder(
            """
            # How often each answer comes, learnt without labels by "./hub match train".
            # Three shares: between records of one person, of two people of one household, of strangers.
            """);
    text.append(String.format(Locale.ROOT, "share: %.4e%n", parameters.share()));
    text.append(String.format(Locale.ROOT, "household-share: %.4e%n", parameters.nearShare()));
    text.append("compared:\n");
    for (int f = 0; f < parameters.features().size(); f++) {
      Feature feature = parameters.features().get(f);
      text.append("  '").append(feature.name().replace("'", "''")).append("':\n");
      for (Agreement answer : feature.scale()) {
        text.append(
            String.format(
                Locale.ROOT,
                "    %s: [%.4e, %.4e, %.4e]%n",
                answer.name(),
                parameters.one(f, answer),
                parameters.near(f, answer),
                parameters.two(f, answer)));
      }
    }
    return text.toString();
  }

  /**
   * Reads parameters for these features, which must all be there.
   *
   * @param file its name, for faults
   */
  public static Reading read(String file, String text, List<Feature> features) {
    Faults faults = new Faults(file);
    Optional<Parameters> parameters =
        YamlDocument.parse(text, faults)
            .map(root -> new ParametersFile(features, faults).parameters(root));
    return parameters.isPresent() && faults.none()
        ? new Reading.Sound(parameters.get())
        : new Reading.Faulty(faults.inOrder());
  }

  private Parameters parameters(YamlNode.Mapping root) {
    Fields fields = Fields.of(root, faults);
    double share = share(fields.line("share"), fields.text("share"));
    double nearShare = share(fields.line("household-share"), fields.text("household-share"));
    Optional<YamlNode> compared = fields.node("compared");
    if (compared.isEmpty()) {
      faults.add(root, "'compared' is missing");
    }
    fields.close();
    Fields each = Fields.of(compared.orElse(new YamlNode.Mapping(root.line(), Map.of())), faults);
    List<Optional<Fields>> answers =
        features.stream()
            .map(feature -> each.node(feature.name()).map(node -> Fields.of(node, faults)))
            .toList();
    Parameters parameters =
        Parameters.of(
            features, (f, answer) -> shares(each, answers.get(f), f, answer), share, nearShare);
    answers.forEach(named -> named.ifPresent(Fields::close));
    return parameters;
  }

  private Parameters.Shares shares(
      Fields all, Optional<Fields> answers, int feature, Agreement answer) {
    if (answers.isEmpty()) {
      if (answer == features.get(feature).scale().getFirst()) {
        faults.add(all.line(), "'" + features.get(feature).name() + "' is missing");
      }
      return new Parameters.Shares(1, 1, 1);
    }
    List<YamlNode> shares = answers.get().requiredItems(answer.name());
    if (shares.size() != 3) {
      faults.add(answers.get().line(answer.name()), "'" + answer + "' needs three shares");
      return new Parameters.Shares(1, 1, 1);
    }
    double[] values =
        shares.stream()
            .mapToDouble(
                node -> share(node.line(), node instanceof YamlNode.Scalar one ? one.text() : ""))
            .toArray();
    return new Parameters.Shares(values[0], values[1], values[2]);
  }

  private double share(int line, String text) {
    try {
      double value = Double.parseDouble(text);
      if (value > 0 && value <= 1) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below, with the value that is no number.
    }
    faults.add(line, "'" + text + "' must be a share above 0 and at most 1");
    return 1;
  }
}
