package org.safeguardinghub.console.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A picture of who knew what when: a lane for each agency, a mark for each event. It adds nothing
 * that the list beside it does not say.
 */
public record LanePicture(
    int width, int height, List<Lane> lanes, List<Mark> marks, List<Tick> ticks) {
  static final int LABEL_WIDTH = 250;
  static final int LANE_HEIGHT = 40;
  private static final int AXIS_HEIGHT = 30;
  private static final int PLOT_WIDTH = 610;
  private static final int MARGIN = 20;

  public LanePicture {
    lanes = List.copyOf(lanes);
    marks = List.copyOf(marks);
    ticks = List.copyOf(ticks);
  }

  /** One agency's lane. */
  public record Lane(String title, int y) {}

  /** One event. */
  public record Mark(int x, int y, int level) {}

  /** A word on the time axis. */
  public record Tick(int x, String text, String anchor) {}

  /** An event to draw. */
  record Point(String agency, Instant at, int level) {}

  /** A picture of these events, which are in the order of time; there must be one at least. */
  static LanePicture of(List<Point> points) {
    Map<String, Integer> rows = new LinkedHashMap<>();
    points.forEach(point -> rows.putIfAbsent(point.agency(), rows.size()));
    Instant first = points.getFirst().at();
    Duration span = Duration.between(first, points.getLast().at());
    List<Lane> lanes = new ArrayList<>();
    rows.forEach((agency, row) -> lanes.add(new Lane(agency, middle(row))));
    List<Mark> marks = new ArrayList<>();
    for (Point point : points) {
      int row = rows.getOrDefault(point.agency(), 0);
      marks.add(new Mark(x(Duration.between(first, point.at()), span), middle(row), point.level()));
    }
    int height = rows.size() * LANE_HEIGHT + AXIS_HEIGHT;
    return new LanePicture(LABEL_WIDTH + PLOT_WIDTH, height, lanes, marks, ticks(points, span));
  }

  private static List<Tick> ticks(List<Point> points, Duration span) {
    Tick start = new Tick(x(Duration.ZERO, span), LondonTime.day(points.getFirst().at()), "start");
    if (span.toDays() < 1) {
      return List.of(start);
    }
    return List.of(start, new Tick(x(span, span), LondonTime.day(points.getLast().at()), "end"));
  }

  private static int middle(int row) {
    return row * LANE_HEIGHT + LANE_HEIGHT / 2;
  }

  private static int x(Duration since, Duration span) {
    double share = span.isZero() ? 0 : (double) since.toMillis() / span.toMillis();
    return LABEL_WIDTH + MARGIN + (int) Math.round(share * (PLOT_WIDTH - 2 * MARGIN));
  }
}
