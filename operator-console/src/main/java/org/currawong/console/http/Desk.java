package org.currawong.console.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a request in, has it answered on a virtual thread, and sends the answer. */
final class Desk implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

  private final DeskParts parts;
  private final Guard guard;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger answering = new AtomicInteger();

  Desk(DeskParts parts) {
    this.parts = parts;
    this.guard = new Guard(parts);
  }

  Router router(Vertx vertx) {
    Router router = Router.router(vertx);
    router.route().handler(this::gate);
    for (Route route : parts.routes()) {
      HttpMethod method = HttpMethod.valueOf(route.method());
      router.route(method, route.routerPath()).handler(ctx -> take(route, ctx));
      if (method.equals(HttpMethod.GET)) {
        router.route(HttpMethod.HEAD, route.routerPath()).handler(ctx -> take(route, ctx));
      }
    }
    router.errorHandler(400, ctx -> refuse(ctx, Fault.of(400, "this request can't be read")));
    router.errorHandler(404, ctx -> refuse(ctx, Fault.of(404, "there is nothing at this address")));
    router.errorHandler(405, ctx -> refuse(ctx, Fault.of(405, "this address has no such method")));
    router.errorHandler(500, ctx -> broken(ctx, ctx.failure()));
    return router;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void gate(RoutingContext ctx) {
    HttpServerRequest request = ctx.request();
    SafeHeaders.put(ctx.response().headers(), request.isSSL());
    if (parts.hosts().own(host(request))) {
      ctx.next();
    } else {
      refuse(ctx, Fault.of(421, "this server does not answer to that name; see web.public-url"));
    }
  }

  private static String host(HttpServerRequest request) {
    return request.authority() == null ? null : request.authority().toString();
  }

  private void take(Route route, RoutingContext ctx) {
    Body.read(
        ctx,
        route.bodyLimit(),
        body -> dispatch(route, ctx, body),
        fault -> {
          ctx.response().putHeader("Connection", "close");
          refuse(ctx, fault);
          // The rest of the body would keep the connection open until it idles out.
          ctx.vertx().setTimer(Limits.LINGER.toMillis(), t -> ctx.request().connection().close());
        });
  }

  private void dispatch(Route route, RoutingContext ctx, byte[] body) {
    if (answering.incrementAndGet() > Limits.AT_ONCE) {
      answering.decrementAndGet();
      refuse(ctx, Fault.later(503, "too many people at once; try again", 2));
      return;
    }
    Guard.Sender sender = sender(ctx.request());
    boolean page = wantsPage(ctx.request());
    Context loop = ctx.vertx().getOrCreateContext();
    threads.execute(
        () -> {
          Reply reply = answer(route, ctx, body, sender, page);
          answering.decrementAndGet();
          loop.runOnContext(now -> Answer.send(ctx, reply));
        });
  }

  private Reply answer(
      Route route, RoutingContext ctx, byte[] body, Guard.Sender sender, boolean page) {
    try {
      Fields form = form(ctx.request(), body);
      String csrf = form == null ? null : form.text("_csrf", 200);
      Ask.Caller caller = guard.admit(route, sender, csrf);
      Ask ask =
          new Ask(
              sender.method(),
              ctx.request().path(),
              Map.copyOf(ctx.pathParams()),
              ctx.queryParams(),
              ctx.request().headers(),
              body,
              sender.origin(),
              caller,
              form);
      return route.handler().answer(ask);
    } catch (Fault fault) {
      return told(fault, route, page, ctx.request());
    } catch (Exception e) {
      LOG.error("{} {} failed", route.method(), route.path(), e);
      return told(
          Fault.of(500, "something is wrong here; it is in the hub's log"),
          route,
          page,
          ctx.request());
    }
  }

  private Reply told(Fault fault, Route route, boolean page, HttpServerRequest request) {
    boolean look = page && fault.status() == 401 && route.method().equals("GET");
    return look ? Reply.seeOther("/sign-in?then=" + Then.encode(request.uri())) : told(fault, page);
  }

  private Reply.Bytes told(Fault fault, boolean page) {
    return page
        ? Problem.marked(fault, Reply.html(fault.status(), parts.page().html(fault)))
        : Problem.reply(fault);
  }

  private static Fields form(HttpServerRequest request, byte[] body) {
    String type = request.getHeader("Content-Type");
    boolean form = type != null && type.toLowerCase(Locale.ROOT).contains("x-www-form-urlencoded");
    return form ? Fields.read(body, type) : null;
  }

  private static boolean wantsPage(HttpServerRequest request) {
    String accept = request.getHeader("Accept");
    return accept != null && accept.toLowerCase(Locale.ROOT).contains("text/html");
  }

  private static Guard.Sender sender(HttpServerRequest request) {
    Cookie cookie = request.getCookie(Guard.COOKIE);
    return new Guard.Sender(
        request.method().name(),
        host(request),
        request.getHeader("Origin"),
        request.getHeader("Sec-Fetch-Site"),
        cookie == null ? null : cookie.getValue(),
        request.getHeader("X-CSRF-Token"),
        Origin.of(request.remoteAddress(), request.isSSL()));
  }

  private void refuse(RoutingContext ctx, Fault fault) {
    Answer.send(ctx, told(fault, wantsPage(ctx.request())));
  }

  private void broken(RoutingContext ctx, Throwable why) {
    LOG.error("{} failed", ctx.request().method(), why);
    refuse(ctx, Fault.of(500, "something is wrong here; it is in the hub's log"));
  }
}
