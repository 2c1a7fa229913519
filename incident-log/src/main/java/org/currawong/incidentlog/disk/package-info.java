/** The few file operations whose order and durability the log depends on. */
package org.currawong.incidentlog.disk;
