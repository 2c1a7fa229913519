/** Paired measurements of the hub against what the machine can do at best; run by hand. */
package org.currawong.bench;
