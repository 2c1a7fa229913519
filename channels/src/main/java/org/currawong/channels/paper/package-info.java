/** Sheets for notice boards and phone trees, as A4 PDF with their fonts inside. */
package org.currawong.channels.paper;
