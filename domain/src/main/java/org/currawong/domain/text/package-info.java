/**
 * What a text is on a bearer: alphabets, sizes, parts, seconds, and what of it may be shown. Pure:
 * no I/O but the word list that ships in the jar.
 */
package org.currawong.domain.text;
