/** Common Alerting Protocol 1.2 with the Australian profile, and the Atom feed of it. */
package org.currawong.channels.cap;
