/** Tables as spreadsheets save them. */
package org.currawong.channels.csv;
