/** SMS: the texts of an alert, and the spool from which a gateway or a person sends them. */
package org.currawong.channels.sms;
