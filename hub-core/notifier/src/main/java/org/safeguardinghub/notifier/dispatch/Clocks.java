package org.safeguardinghub.notifier.dispatch;

import java.time.InstantSource;
import java.util.function.DoubleSupplier;

/**
 * What dispatching is told from outside.
 *
 * @param real what retries are counted in
 * @param hub what people read; a story may drive it
 * @param chance from 0 (inclusive) to 1 (exclusive), for retries
 */
public record Clocks(InstantSource real, InstantSource hub, DoubleSupplier chance) {}
