/**
 * Inference: what a report says, in which language, how urgent it is and where. This part has the
 * built-in rung alone: rules and word lists, no model. Its answers are evidence for people.
 */
package org.currawong.inference;
