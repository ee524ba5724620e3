package org.safeguardinghub.notifier.delivery;

/** The fake keeps the contract, so that tests on it say something about the real store. */
final class InMemoryDeliveriesTest implements DeliveriesContract {
  @Override
  public Deliveries store() {
    return new InMemoryDeliveries();
  }
}
