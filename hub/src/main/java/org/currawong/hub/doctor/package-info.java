/** What the doctor looks at: the machine, the folder, the ports, the peers that are configured. */
package org.currawong.hub.doctor;
