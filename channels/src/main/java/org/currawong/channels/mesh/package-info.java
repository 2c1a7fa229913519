/** Text for mesh radios, in parts that fit one packet each. */
package org.currawong.channels.mesh;
