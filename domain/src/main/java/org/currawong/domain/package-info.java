/** The vocabulary and the rules of the hub: the JDK alone, no I/O, no clock, no logger. */
package org.currawong.domain;
