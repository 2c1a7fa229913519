/**
 * The phrase bank: sentences written by people beforehand, by id and language, and the wording of
 * times. What is made of these alone needs no translator at three in the morning.
 */
package org.currawong.domain.phrase;
