package org.currawong.channels.cap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The rules of CAP 1.2 and of its Australian profile that the schema does not hold, over the bytes
 * of a message about to go out. A message with a document type is refused unread.
 */
public final class CapCheck {

  private static final Set<String> NEEDS_REFERENCES = Set.of("Update", "Cancel", "Ack", "Error");
  private static final String DISALLOW_DOCTYPE =
      "http://apache.org/xml/features/disallow-doctype-decl";

  private final Element alert;
  private final List<String> faults = new ArrayList<>();

  private CapCheck(Element alert) {
    this.alert = alert;
  }

  /** What is wrong, in plain words; empty when the message keeps the rules. */
  public static List<String> faults(byte[] message) {
    try {
      Element root = parse(message).getDocumentElement();
      if (!CapRenderer.NAMESPACE.equals(root.getNamespaceURI())
          || !"alert".equals(root.getLocalName())) {
        return List.of("not a CAP 1.2 alert");
      }
      return new CapCheck(root).check();
    } catch (SAXException e) {
      return List.of("not well-formed XML, or with a document type");
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's own parser reads memory", e);
    }
  }

  private static Document parse(byte[] message)
      throws ParserConfigurationException, SAXException, IOException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature(DISALLOW_DOCTYPE, true);
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setErrorHandler(new DefaultHandler());
    return builder.parse(new ByteArrayInputStream(message));
  }

  private List<String> check() {
    for (String name : List.of("identifier", "sender")) {
      String value = text(alert, name);
      if (value.isEmpty() || value.matches("(?s).*[\\s,<&].*")) {
        faults.add(name + " is empty or holds a space, a comma, < or &");
      }
    }
    time(alert, "sent");
    checkReferences();
    List<Element> infos = children(alert, "info");
    if (infos.isEmpty()) {
      faults.add("no info");
    }
    infos.forEach(this::checkInfo);
    checkAlike(infos);
    return List.copyOf(faults);
  }

  private void checkReferences() {
    String type = text(alert, "msgType");
    String references = text(alert, "references");
    if (NEEDS_REFERENCES.contains(type) && references.isEmpty()) {
      faults.add(type + " without references");
    }
    if (type.equals("Alert") && !references.isEmpty()) {
      faults.add("Alert with references");
    }
    if (!references.isEmpty()) {
      for (String triple : references.split("\\s+")) {
        checkTriple(triple);
      }
    }
  }

  private void checkTriple(String triple) {
    String[] fields = triple.split(",", -1);
    if (fields.length != 3 || CapTime.read(fields[2]).isEmpty()) {
      faults.add("not sender,identifier,sent: " + triple);
    }
  }

  private void checkInfo(Element info) {
    for (String name :
        List.of("language", "category", "event", "urgency", "severity", "certainty", "headline")) {
      if (text(info, name).isEmpty()) {
        faults.add("info without " + name);
      }
    }
    if (children(info, "area").isEmpty()) {
      faults.add("info without area");
    }
    if (codes(info).size() != 1) {
      faults.add("info wants one event code of the Australian list");
    }
    if (text(alert, "msgType").equals("Cancel") && !children(info, "effective").isEmpty()) {
      faults.add("Cancel with effective");
    }
    checkExpires(info);
    children(info, "area").forEach(this::checkArea);
  }

  private void checkExpires(Element info) {
    Optional<Instant> expires = time(info, "expires");
    Optional<Instant> sent = CapTime.read(text(alert, "sent"));
    boolean cancel = text(alert, "msgType").equals("Cancel");
    if (!cancel && expires.isPresent() && sent.isPresent() && !expires.get().isAfter(sent.get())) {
      faults.add("expires is not after sent");
    }
  }

  private void checkArea(Element area) {
    if (text(area, "areaDesc").isEmpty()) {
      faults.add("area without areaDesc");
    }
    children(area, "polygon")
        .forEach(p -> faults.addAll(CapShape.polygonFaults(p.getTextContent())));
    children(area, "circle").forEach(c -> faults.addAll(CapShape.circleFaults(c.getTextContent())));
  }

  /** All infos carry the same categories, event codes and, here, the same event. */
  private void checkAlike(List<Element> infos) {
    Set<String> kinds = new HashSet<>();
    for (Element info : infos) {
      kinds.add(text(info, "category") + "|" + text(info, "event") + "|" + codes(info));
    }
    if (kinds.size() > 1) {
      faults.add("infos differ in category, event or event code");
    }
  }

  private static List<String> codes(Element info) {
    return children(info, "eventCode").stream()
        .filter(code -> text(code, "valueName").equals(EventCode.VALUE_NAME))
        .map(code -> text(code, "value"))
        .toList();
  }

  private Optional<Instant> time(Element parent, String name) {
    Optional<Instant> time = CapTime.read(text(parent, name));
    if (time.isEmpty() && (name.equals("sent") || !text(parent, name).isEmpty())) {
      faults.add(name + " is no time in CAP's form");
    }
    return time;
  }

  private static String text(Element parent, String name) {
    List<Element> found = children(parent, name);
    return found.isEmpty() ? "" : found.getFirst().getTextContent().strip();
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element e
          && name.equals(e.getLocalName())
          && CapRenderer.NAMESPACE.equals(e.getNamespaceURI())) {
        found.add(e);
      }
    }
    return found;
  }
}
