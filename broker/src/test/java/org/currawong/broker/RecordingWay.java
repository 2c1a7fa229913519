package org.currawong.broker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.currawong.domain.delivery.Order;
import org.currawong.domain.delivery.Recipient;

/** A way out that notes what left, as a spool folder would. */
final class RecordingWay implements WayOut {
  final List<String> left = new ArrayList<>();
  final List<Order> orders = new ArrayList<>();
  final List<String> asked = new ArrayList<>();
  final Set<String> takenBack = new HashSet<>();
  boolean takesBack;
  boolean blind;
  Evidence evidence = Evidence.UNKNOWN;
  BiFunction<Order, Recipient, Result> answer = (order, recipient) -> new Result.Sent();

  @Override
  public Result deliver(Order order, Recipient recipient, StopSign stop) throws IOException {
    Result result = answer.apply(order, recipient);
    if (result instanceof Result.Sent) {
      left.add(recipient.id());
      orders.add(order);
    }
    return result;
  }

  @Override
  public Evidence wasDone(Order order, Recipient recipient) throws IOException {
    if (blind) {
      throw new IOException("the folder is gone");
    }
    return evidence;
  }

  @Override
  public boolean takeBack(String alert, String order, String recipient) {
    asked.add(recipient);
    return takesBack && takenBack.add(recipient);
  }
}
