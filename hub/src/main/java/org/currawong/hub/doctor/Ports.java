package org.currawong.hub.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.currawong.hub.settings.Settings;

/** The ports that the hub listens on: free, or held by this hub itself. */
final class Ports {

  private Ports() {}

  static List<Finding> look(Settings settings, boolean running) {
    List<Finding> all = new ArrayList<>();
    Settings.Web web = settings.web();
    all.add(port("web.port", web.host(), web.port(), running));
    web.tls().ifPresent(t -> all.add(port("web.tls.port", web.host(), t.port(), running)));
    if (settings.metrics().port() > 0) {
      String loopback = InetAddress.getLoopbackAddress().getHostAddress();
      all.add(port("metrics.port", loopback, settings.metrics().port(), running));
    }
    return all;
  }

  private static Finding port(String setting, String host, int port, boolean running) {
    if (port == 0) {
      return Finding.ok(setting, "any free one");
    }
    InetAddress address;
    try {
      address = InetAddress.getByName(host);
    } catch (UnknownHostException unknown) {
      return Finding.fail("web.host", host + " is no address of this machine", "mend web.host");
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port));
      return Finding.ok(setting, port + " is free");
    } catch (IOException taken) {
      return running
          ? Finding.ok(setting, port + " is in use, as it should be while the hub runs")
          : Finding.fail(
              setting,
              host + ":" + port + " can't be listened on (" + taken.getMessage() + ")",
              "stop what listens there, or set another " + setting);
    }
  }
}
