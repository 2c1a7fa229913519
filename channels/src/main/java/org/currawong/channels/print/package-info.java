/** Paper: the files that a printer's folder or a person picks up. */
package org.currawong.channels.print;
