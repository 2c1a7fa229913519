/** A running hub: its parts, in the order in which they start. */
package org.currawong.hub.node;
