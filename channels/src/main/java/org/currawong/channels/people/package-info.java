/** The directory from a spreadsheet: rows, telephone numbers, and what is wrong with them. */
package org.currawong.channels.people;
