package org.currawong.hub.flow;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.currawong.incidentlog.disk.Disk;
import org.currawong.incidentlog.disk.RealDisk;

/** The real disk, which at a word refuses to give or to take what was rendered. */
final class ShakyDisk {

  private static final Set<String> GIVES = Set.of("read", "readAll");
  private static final Set<String> TAKES = Set.of("open");

  private final Disk real = new RealDisk();
  private final AtomicInteger refused = new AtomicInteger();
  private volatile Set<String> refuses = Set.of();

  /** What the hub gets. */
  Disk disk() {
    return (Disk)
        Proxy.newProxyInstance(
            Disk.class.getClassLoader(), new Class<?>[] {Disk.class}, (me, m, a) -> call(m, a));
  }

  void refusesToGive() {
    refuse(GIVES);
  }

  void refusesToTake() {
    refuse(TAKES);
  }

  private void refuse(Set<String> methods) {
    refused.set(0);
    refuses = methods;
  }

  void worksAgain() {
    refuses = Set.of();
  }

  /** How often it refused since it was told to. */
  int refused() {
    return refused.get();
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    boolean artefact =
        arguments != null && arguments[0] instanceof Path p && p.toString().contains("artefacts");
    if (artefact && refuses.contains(method.getName())) {
      refused.incrementAndGet();
      throw new IOException("input/output error");
    }
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
