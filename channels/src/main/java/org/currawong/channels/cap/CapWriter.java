package org.currawong.channels.cap;

import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.currawong.domain.text.Plain;

/** Elements one a line, UTF-8, in the order written; empty texts leave no element. */
final class CapWriter {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final XMLStreamWriter out;
  private boolean inText;

  CapWriter(String root, String namespace) throws XMLStreamException {
    out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
    out.writeStartDocument("UTF-8", "1.0");
    line();
    out.writeStartElement(root);
    out.writeDefaultNamespace(namespace);
  }

  void open(String name) throws XMLStreamException {
    line();
    out.writeStartElement(name);
  }

  void attribute(String name, String value) throws XMLStreamException {
    out.writeAttribute(name, Plain.oneLine(value));
  }

  void close() throws XMLStreamException {
    if (!inText) {
      line();
    }
    out.writeEndElement();
    inText = false;
  }

  /** An element with text, or none where the text is empty or {@code null}. */
  void element(String name, String text) throws XMLStreamException {
    if (text != null && !text.isBlank()) {
      open(name);
      text(text);
      close();
    }
  }

  void text(String text) throws XMLStreamException {
    out.writeCharacters(Plain.shown(text).strip());
    inText = true;
  }

  /** An element holding {@code valueName} and {@code value}, CAP's way of open lists. */
  void named(String element, String valueName, String value) throws XMLStreamException {
    open(element);
    element("valueName", valueName);
    element("value", value);
    close();
  }

  byte[] finish() throws XMLStreamException {
    close();
    out.writeEndDocument();
    out.close();
    return bytes.toByteArray();
  }

  private void line() throws XMLStreamException {
    out.writeCharacters("\n");
  }
}
