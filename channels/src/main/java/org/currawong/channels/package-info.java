/** The ways in and out, one package each, and the one list of them. */
package org.currawong.channels;
