/**
 * One package per device: serial line, push-to-talk guard, RDS encoder, TNC, modem, UPS. Each
 * drives a line that the hub hands to it and knows no other module's classes.
 */
package org.currawong.hardware;
