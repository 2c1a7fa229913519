/** A UPS by Network UPS Tools: its daemon upsd is asked, and never told anything. */
package org.currawong.hardware.ups;
