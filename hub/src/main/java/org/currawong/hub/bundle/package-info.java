/** The council's bundle: a part of the log with everything needed to check it. */
package org.currawong.hub.bundle;
