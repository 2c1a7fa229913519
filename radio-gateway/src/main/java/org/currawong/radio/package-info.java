/**
 * From an alert's draft to what is said on air: the script, the recording, and the file that a
 * player takes from the spool. FreeTTS has its one home here.
 */
package org.currawong.radio;
